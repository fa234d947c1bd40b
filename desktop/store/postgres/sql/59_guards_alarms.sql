-- The guard about what is answered to alarms, as in desktop/domain/guards_alarms.py.

create function alarm_named(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'alarm_answer', 'insert') loop
        if step ->> 'row' <> becomes(step, 'kind') || '.' || becomes(step, 'about')
            or (becomes(step, 'incident') is null and becomes(step, 'unit') is null)
        then
            return refusal('alarm_named', 'alarm_answer', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;
