-- The guards about crews in distress, as in desktop/domain/guards_distress.py.

create function one_distress(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    other distress;
begin
    for step in select * from steps_of(act_view, 'distress', 'insert') loop
        select d.* into other from distress d
        where d.unit = becomes(step, 'unit') and d.state = 'open' and d.id::text <> step ->> 'row'
        order by d.id limit 1;
        if found then
            return refusal('one_distress', 'distress', step ->> 'row', null, other.state_act::text);
        end if;
    end loop;
    return null;
end
$$;

create function distress_open(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'distress', 'update') loop
        if was(step, 'state') <> 'open' then
            return refusal('distress_open', 'distress', step ->> 'row', null, was(step, 'state_act'));
        end if;
    end loop;
    return null;
end
$$;
