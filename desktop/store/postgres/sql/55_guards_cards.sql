-- The guards about the approval of question cards, as in desktop/domain/guards_cards.py.

create function approval_named(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'card_approval', 'insert') loop
        if becomes(step, 'card') !~ (setting('card_form') #>> '{}')
            or becomes(step, 'version') !~ (setting('digest_form') #>> '{}')
            or step ->> 'row' <> becomes(step, 'card') || '.' || becomes(step, 'version')
        then
            return refusal('approval_named', 'card_approval', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function approval_changes(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'card_approval', 'update') loop
        if was(step, 'state') = becomes(step, 'state') then
            return refusal('approval_changes', 'card_approval', step ->> 'row', null, was(step, 'approval_act'));
        end if;
    end loop;
    return null;
end
$$;
