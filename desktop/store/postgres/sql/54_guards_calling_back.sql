-- The guards about lost calls, calling back, and blocks that are overruled, as in desktop/domain/guards_calling_back.py.

create function silence_of_silent(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'silence') loop
        if not exists (
            select from steps_of(act_view, 'call') ended
            where ended ->> 'row' = becomes(step, 'call') and becomes(ended, 'call_type') = 'silent'
        ) then
            return refusal('silence_of_silent', 'silence', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function block_of_number(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    blocked text;
begin
    for step in select * from steps_of(act_view, 'block', 'update') loop
        blocked := (select p.number from call_private p where p.id = becomes(step, 'call')::uuid);
        if blocked is null or exists (
            select from steps_of(act_view, 'call') one left join call_private p on p.id = (one ->> 'row')::uuid
            where p.number is distinct from blocked
        ) then
            return refusal('block_of_number', 'block', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function call_back_of_lost(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    lost call;
    running call_back;
begin
    for step in select * from steps_of(act_view, 'call_back', 'insert') loop
        select c.* into lost from call c where c.id = becomes(step, 'call')::uuid;
        if lost.direction <> 'in' or lost.call_type is null
            or not setting('lost_types') ? lost.call_type or lost.ended_at is null
            or (becomes(step, 'by_call') is not null and not exists (
                select from steps_of(act_view, 'call', 'insert') made where made ->> 'row' = becomes(step, 'by_call')
            ))
        then
            return refusal('call_back_of_lost', 'call', becomes(step, 'call'));
        end if;
        select b.* into running
        from call_back b join call by_call on by_call.id = b.by_call
        where b.call = lost.id and b.id <> (step ->> 'row')::uuid and by_call.ended_at is null
        order by b.id limit 1;
        if found then
            return refusal('call_back_runs', 'call', becomes(step, 'call'), null, running.last_act::text);
        end if;
    end loop;
    return null;
end
$$;
