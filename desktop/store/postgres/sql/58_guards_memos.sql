-- The guards about reminders and messages, as in desktop/domain/guards_memos.py.

create function memo_fits(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'memo') loop
        if becomes(step, 'kind') <> 'reminder' then
            return refusal('memo_fits', 'memo', step ->> 'row');
        end if;
    end loop;
    for step in select * from steps_of(act_view, 'memo_read') loop
        if not exists (select from memo m where m.id = becomes(step, 'memo')::uuid and m.kind = 'message') then
            return refusal('memo_fits', 'memo', becomes(step, 'memo'));
        end if;
    end loop;
    return null;
end
$$;

create function reminder_open(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'memo') loop
        if was(step, 'state') <> 'open' then
            return refusal('reminder_open', 'memo', step ->> 'row', null, was(step, 'state_act'));
        end if;
    end loop;
    return null;
end
$$;
