-- The guards about units, assignments and stamps, as in desktop/domain/guards_units.py.

create function unit_moves(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'unit', 'update') loop
        if not exists (
            select from meta_move m
            where m.what = 'unit' and m.before = was(step, 'status') and m.after = becomes(step, 'status')
        ) then
            return refusal('unit_moves', 'unit', step ->> 'row', null, was(step, 'status_act'));
        end if;
    end loop;
    return null;
end
$$;

-- The last step on each row of a table, by the row's id.
create function last_steps(act_view jsonb, tab text) returns setof jsonb language sql stable as
$$
    select step from (
        select distinct on ((step ->> 'row') collate "C") step
        from steps_of(act_view, tab) with ordinality taken (step, place)
        order by (step ->> 'row') collate "C", place desc
    ) latest
    order by (step ->> 'row') collate "C"
$$;

create function unit_with_assignment(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    changed constant text[] := array(select s ->> 'row' from last_steps(act_view, 'unit') s);
    written constant text[] := array(select s ->> 'row' from last_steps(act_view, 'assignment') s);
    running text[];
    other text;
    is_busy boolean;
begin
    for step in select * from last_steps(act_view, 'assignment') loop
        if becomes(step, 'unit') <> all (changed) then
            return refusal('unit_with_assignment', 'assignment', step ->> 'row');
        end if;
        if was(step, 'state') <> 'running' and not (was(step, 'state') = 'queued' and becomes(step, 'state') = 'running')
        then
            return refusal('assignment_running', 'assignment', step ->> 'row', null, was(step, 'state_act'));
        end if;
    end loop;
    for step in select * from last_steps(act_view, 'unit') loop
        running := array(
            select a.id::text from assignment a where a.unit = step ->> 'row' and a.state = 'running' order by a.id
        );
        if cardinality(running) > 1 then
            select id into other from unnest(running) with ordinality r (id, place)
            where id <> all (written) order by place limit 1;
            return refusal(
                'unit_taken', 'unit', step ->> 'row', null,
                (select a.state_act::text from assignment a where a.id = other::uuid)
            );
        end if;
        is_busy := (select m.busy from meta_state m where m.what = 'unit' and m.name = becomes(step, 'status'));
        if is_busy <> (cardinality(running) > 0) or not running <@ written then
            return refusal('unit_with_assignment', 'unit', step ->> 'row', null, was(step, 'status_act'));
        end if;
    end loop;
    return null;
end
$$;

create function one_queued(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    other assignment;
begin
    for step in select * from steps_of(act_view, 'assignment') loop
        select a.* into other from assignment a join incident i on i.id = a.incident
        where a.unit = becomes(step, 'unit') and a.state = 'queued' and a.id::text <> step ->> 'row'
            and is_open(to_jsonb(i))
        order by a.id limit 1;
        if found then
            return refusal('one_queued', 'unit', becomes(step, 'unit'), null, other.state_act::text);
        end if;
    end loop;
    for step in select * from steps_of(act_view, 'assignment') loop
        select a.* into other from assignment a
        where a.unit = becomes(step, 'unit') and a.state = 'running' and a.incident::text = becomes(step, 'incident')
        order by a.id limit 1;
        if found then
            return refusal('one_queued', 'unit', becomes(step, 'unit'), null, other.state_act::text);
        end if;
    end loop;
    return null;
end
$$;

create function was_queued(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'assignment') loop
        if was(step, 'state') <> 'queued' then
            return refusal('was_queued', 'assignment', step ->> 'row', null, was(step, 'state_act'));
        end if;
    end loop;
    return null;
end
$$;

create function assignment_running(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'assignment', 'update') loop
        if was(step, 'state') <> 'running' then
            return refusal('assignment_running', 'assignment', step ->> 'row', null, was(step, 'state_act'));
        end if;
    end loop;
    return null;
end
$$;

create function target_open(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    target text;
begin
    for step in select * from steps_of(act_view, 'assignment', 'insert') loop
        target := becomes(step, 'incident');
        if not exists (select from incident i where i.id = target::uuid and is_open(to_jsonb(i)))
            or exists (
                select from steps_of(act_view, 'assignment', 'update') ended where becomes(ended, 'incident') = target
            )
        then
            return refusal('target_open', 'incident', target);
        end if;
    end loop;
    return null;
end
$$;

create function free_again(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'unit') loop
        if not (select m.free from meta_state m where m.what = 'unit' and m.name = becomes(step, 'status')) then
            return refusal('free_again', 'unit', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

-- Pairs of an assignment's stamps of which the earlier one is later.
create function out_of_order(assignment_row jsonb) returns text[] language sql stable as
$$
    with stamp as (
        select name, place, (assignment_row ->> (name || '_at'))::timestamptz as moment
        from jsonb_array_elements_text(setting('stamp_order')) with ordinality stamps (name, place)
    )
    select array(
        select one.name || ' ' || other.name from stamp one join stamp other on one.place < other.place
        where one.moment > other.moment
    )
$$;

create function stamps_in_order(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    col text;
begin
    for step in
        select s from jsonb_array_elements(act_view -> 'steps') with ordinality taken (s, place) order by place
    loop
        for col in select name from jsonb_array_elements_text(step -> 'written') name order by name collate "C" loop
            if was(step, col) is null or becomes(step, col) is null
                or becomes(step, col)::timestamptz
                    > (act_view ->> 'now')::timestamptz + (setting('latest') #>> '{}')::interval
            then
                return refusal('stamps_in_order', step ->> 'table', step ->> 'row', col);
            end if;
        end loop;
    end loop;
    for step in select * from steps_of(act_view, 'assignment') loop
        if not out_of_order(step -> 'after') <@ out_of_order(step -> 'before') then
            return refusal('stamps_in_order', 'assignment', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

-- Whether a moment is set that was not, or later than it was.
create function is_later(step jsonb, col text) returns boolean language sql immutable as
$$
    select becomes(step, col) is not null
        and (was(step, col) is null or becomes(step, col)::timestamptz > was(step, col)::timestamptz)
$$;

create function goes_back_wrongly(step jsonb, unit_step jsonb) returns jsonb language plpgsql stable as
$$
declare
    ends constant boolean := becomes(step, 'state') = 'ended';
    col text;
begin
    if unit_step is null or was(step, 'state_act') is distinct from was(unit_step, 'status_act')
        or 'queued' in (was(step, 'state'), becomes(step, 'state'))
    then
        return refusal('status_goes_back', 'assignment', step ->> 'row', null, was(step, 'state_act'));
    end if;
    if ends and (
        becomes(step, 'ended_at') is distinct from becomes(step, 'assigned_at')
        or becomes(step, 'ended_first') is distinct from becomes(step, 'assigned_at')
    ) then
        return refusal('status_goes_back', 'assignment', step ->> 'row', 'ended_at');
    end if;
    for col in
        select name from jsonb_array_elements_text(step -> 'written') name
        where right(name, 3) = '_at' or right(name, 6) = '_first' order by name collate "C"
    loop
        if is_later(step, col) and not (ends and col in ('ended_at', 'ended_first')) then
            return refusal('status_goes_back', 'assignment', step ->> 'row', col);
        end if;
    end loop;
    return null;
end
$$;

create function status_goes_back(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    unit_step jsonb;
    wrong jsonb;
    running int;
    is_busy boolean;
    is_told boolean;
begin
    for step in select * from last_steps(act_view, 'unit') loop
        if is_later(step, 'status_at') or not exists (
            select from meta_move m
            where m.what = 'unit' and m.before = becomes(step, 'status') and m.after = was(step, 'status')
        ) then
            return refusal('status_goes_back', 'unit', step ->> 'row', null, was(step, 'status_act'));
        end if;
    end loop;
    for step in select * from last_steps(act_view, 'assignment') loop
        select s into unit_step from last_steps(act_view, 'unit') s where s ->> 'row' = becomes(step, 'unit');
        wrong := goes_back_wrongly(step, unit_step);
        if wrong is not null then
            return wrong;
        end if;
    end loop;
    for step in select * from last_steps(act_view, 'unit') loop
        is_busy := (select m.busy from meta_state m where m.what = 'unit' and m.name = becomes(step, 'status'));
        select count(*), coalesce(bool_and(
            a.id::text in (select s ->> 'row' from last_steps(act_view, 'assignment') s)
            and (not is_busy or to_jsonb(a) ->> (becomes(step, 'status') || '_at') is not null)
        ), true) into running, is_told
        from assignment a where a.unit = step ->> 'row' and a.state = 'running';
        if is_busy <> (running > 0) or running > 1 or not is_told then
            return refusal('status_goes_back', 'unit', step ->> 'row', null, was(step, 'status_act'));
        end if;
    end loop;
    return null;
end
$$;
