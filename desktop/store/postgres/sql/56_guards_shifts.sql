-- The guards about crews on duty, hand-overs, and in whose hand an incident is, as in desktop/domain/guards_shifts.py.

create function crew_as_signed(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    sign jsonb;
    fits boolean;
begin
    for step in select * from steps_of(act_view, 'unit', 'update') loop
        select s into sign from steps_of(act_view, 'crew_sign', 'insert') s
        where becomes(s, 'unit') = step ->> 'row' limit 1;
        fits := sign is not null
            and becomes(sign, 'on_duty')::boolean = (becomes(step, 'status') <> 'off_duty')
            and (
                not becomes(sign, 'on_duty')::boolean
                or (
                    becomes(sign, 'head_count') = becomes(step, 'head_count')
                    and becomes(sign, 'shift') is not distinct from becomes(step, 'shift')
                )
            );
        if not fits then
            return refusal('crew_as_signed', 'unit', step ->> 'row', null, was(step, 'status_act'));
        end if;
    end loop;
    return null;
end
$$;

-- For whom the act was delivered that last wrote the row of a step.
create function claimed(step jsonb) returns text language sql stable as
$$ select a.claimed_by from act a where a.id = was(step, 'last_act')::uuid $$;

create function handover_by_another(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'handover', 'update') loop
        if was(step, 'taken_at') is not null then
            return refusal('handover_taken', 'handover', step ->> 'row', null, was(step, 'taking_act'));
        end if;
        if (act_view ->> 'moment')::timestamptz - was(step, 'given_at')::timestamptz
            > (setting('handover_lasts') #>> '{}')::interval
        then
            return refusal('handover_lapsed', 'handover', step ->> 'row');
        end if;
        if coalesce(claimed(step), was(step, 'given_by'))
            = coalesce(act_view ->> 'claimed_by', becomes(step, 'taken_by'))
        then
            return refusal('handover_by_another', 'handover', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function passed_on_by_giver(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if not exists (
            select from steps_of(act_view, 'handover', 'update') given
            where was(step, 'holder') in (becomes(given, 'given_by'), claimed(given))
        ) or was(step, 'held_since')::timestamptz > (act_view ->> 'moment')::timestamptz then
            return refusal('passed_on_by_giver', 'incident', step ->> 'row', null, was(step, 'holder_act'));
        end if;
    end loop;
    return null;
end
$$;

create function signed_by_giver(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if not exists (
            select from steps_of(act_view, 'handover', 'update') given
            where becomes(given, 'given_by') = was(step, 'holder')
        ) then
            return refusal('signed_by_giver', 'incident', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function has_left(login text) returns boolean language sql stable as
$$ select exists (select from operator o where o.login = has_left.login and o.removed_at is not null) $$;

create function in_nobodys_hand(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if was(step, 'holder') is not null and was(step, 'holder') <> becomes(step, 'holder')
            and not has_left(was(step, 'holder'))
        then
            return refusal('in_nobodys_hand', 'incident', step ->> 'row', null, was(step, 'holder_act'));
        end if;
    end loop;
    return null;
end
$$;

create function let_go_by_holder(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if was(step, 'holder') is not null and was(step, 'holder') <> act_view ->> 'author'
            and was(step, 'holder') is distinct from act_view ->> 'claimed_by'
            and not has_left(was(step, 'holder'))
        then
            return refusal('let_go_by_holder', 'incident', step ->> 'row', null, was(step, 'holder_act'));
        end if;
    end loop;
    return null;
end
$$;

create function in_anothers_hand(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if was(step, 'holder') is null or was(step, 'holder') = becomes(step, 'holder') then
            return refusal('in_anothers_hand', 'incident', step ->> 'row', null, was(step, 'holder_act'));
        end if;
    end loop;
    return null;
end
$$;
