-- The guards about hospitals and who is brought to them, as in desktop/domain/guards_hospitals.py.

create function state_of_hospital(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'hospital_state') loop
        if step ->> 'row' <> becomes(step, 'hospital') then
            return refusal('state_of_hospital', 'hospital_state', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function full_ahead(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    until_moment timestamptz;
    said timestamptz;
begin
    for step in select * from steps_of(act_view, 'hospital_state') loop
        until_moment := becomes(step, 'full_until')::timestamptz;
        said := becomes(step, 'said_at')::timestamptz;
        if until_moment is null and becomes(step, 'open_end')::boolean then
            continue;
        end if;
        if until_moment is null or said is null or until_moment <= said
            or until_moment > said + (setting('full_at_most') #>> '{}')::interval
        then
            return refusal('full_ahead', 'hospital_state', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function room_again(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'hospital_state') loop
        if becomes(step, 'open_end')::boolean then
            return refusal('room_again', 'hospital_state', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function transport_fits(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    steps constant jsonb[] := array(select * from steps_of(act_view, 'transport'));
    step jsonb;
    sent assignment;
begin
    if cardinality(steps) <> 1 then
        return refusal('transport_fits', 'transport');
    end if;
    step := steps[1];
    select a.* into sent from assignment a where a.id = (step ->> 'row')::uuid;
    if sent.id is null
        or becomes(step, 'unit') is distinct from sent.unit
        or becomes(step, 'incident') is distinct from sent.incident::text
        or becomes(step, 'assignment') is distinct from step ->> 'row'
    then
        return refusal('transport_fits', 'transport', step ->> 'row');
    end if;
    if sent.state <> 'running' and not exists (
        select from steps_of(act_view, 'assignment') ends where ends ->> 'row' = step ->> 'row'
    ) then
        return refusal('assignment_running', 'assignment', step ->> 'row', null, sent.state_act::text);
    end if;
    return null;
end
$$;

create function was_at_hospital(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'unit', 'update') loop
        if was(step, 'status') not in ('transporting', 'at_hospital') then
            return refusal('was_at_hospital', 'unit', step ->> 'row', null, was(step, 'status_act'));
        end if;
    end loop;
    return null;
end
$$;

create function handed_over_there(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    over timestamptz;
begin
    for step in select * from steps_of(act_view, 'transport', 'update') loop
        over := becomes(step, 'handed_over_at')::timestamptz;
        if exists (
            select from assignment a
            where a.id = (step ->> 'row')::uuid
                and greatest(a.assigned_at, a.under_way_at, a.on_scene_at, a.transporting_at, a.at_hospital_at) > over
        ) then
            return refusal('handed_over_there', 'transport', step ->> 'row', 'handed_over_at');
        end if;
    end loop;
    return null;
end
$$;
