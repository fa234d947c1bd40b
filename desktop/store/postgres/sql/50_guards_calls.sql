-- The guards about calls, as in desktop/domain/guards.py. Each gets the act about to be accepted:
-- {"act", "note", "source", "roles", "training", "now", "steps", "subjects"}; the rows are already as they would be.

create function steps_of(act_view jsonb, tab text, wanted_op text default null) returns setof jsonb language sql immutable as
$$
    select step from jsonb_array_elements(act_view -> 'steps') with ordinality taken (step, place)
    where step ->> 'table' = tab and (wanted_op is null or step ->> 'op' = wanted_op)
    order by place
$$;

-- A column's value before and after a step.
create function was(step jsonb, col text) returns text language sql immutable as
$$ select step #>> array['before', col] $$;

create function becomes(step jsonb, col text) returns text language sql immutable as
$$ select step #>> array['after', col] $$;

create function is_insert(step jsonb) returns boolean language sql immutable as
$$ select step ->> 'op' = 'insert' $$;

create function call_running(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call') loop
        if not is_insert(step) and was(step, 'ended_at') is not null then
            return refusal('call_running', 'call', step ->> 'row', null, was(step, 'end_act'));
        end if;
    end loop;
    return null;
end
$$;

create function call_ended(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call') loop
        if not is_insert(step) and was(step, 'ended_at') is null then
            return refusal('call_ended', 'call', step ->> 'row', null, was(step, 'end_act'));
        end if;
    end loop;
    return null;
end
$$;

create function call_without_incident(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call') loop
        if was(step, 'incident') is not null then
            return refusal('call_without_incident', 'call', step ->> 'row', null, was(step, 'incident_act'));
        end if;
    end loop;
    return null;
end
$$;

create function call_with_incident(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call') loop
        if becomes(step, 'incident') is null then
            return refusal('call_with_incident', 'call', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function call_partable(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call') loop
        if not is_insert(step) and (was(step, 'incident') is null or was(step, 'partable') <> 'true') then
            return refusal('call_partable', 'call', step ->> 'row', null, was(step, 'incident_act'));
        end if;
    end loop;
    return null;
end
$$;

create function junk_type(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call') loop
        if becomes(step, 'call_type') = 'genuine' then
            return refusal('junk_type', 'call', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function call_has_number(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'block') loop
        if not exists (
            select from call_private p where p.id = becomes(step, 'call')::uuid and p.number is not null
        ) then
            return refusal('call_has_number', 'block', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function side_rows(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare side record;
begin
    for side in select m.parent, m.name from meta_table m where m.parent is not null order by m.lock_order, m.name loop
        if exists (
            (select s ->> 'row' from steps_of(act_view, side.parent, 'insert') s)
            except (select s ->> 'row' from steps_of(act_view, side.name, 'insert') s)
        ) or exists (
            (select s ->> 'row' from steps_of(act_view, side.name, 'insert') s)
            except (select s ->> 'row' from steps_of(act_view, side.parent, 'insert') s)
        ) then
            return refusal('side_rows', side.name);
        end if;
    end loop;
    return null;
end
$$;

create function opened_by_call(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call') loop
        if not exists (
            select from steps_of(act_view, 'incident', 'insert') made
            where made ->> 'row' = becomes(step, 'incident')
        ) then
            return refusal('opened_by_call', 'call', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;
