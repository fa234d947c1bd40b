-- The guards about incidents and referrals, as in desktop/domain/guards.py.

create function is_open(incident jsonb) returns boolean language sql immutable as
$$ select incident ->> 'closed_at' is null and incident ->> 'merged_into' is null $$;

create function is_running(referral_state text) returns boolean language sql stable as
$$ select busy from meta_state where what = 'referral' and name = referral_state $$;

-- The incidents that the act is about, by id, as they would be.
create function incidents_of(act_view jsonb) returns setof incident language sql stable as
$$
    select i.* from incident i
    where i.id in (
        select (s ->> 1)::uuid from jsonb_array_elements(act_view -> 'subjects') s where s ->> 0 = 'incident'
    )
    order by i.id
$$;

create function incident_open(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare about incident;
begin
    for about in select * from incidents_of(act_view) loop
        if not is_open(to_jsonb(about)) then
            return refusal('incident_open', 'incident', about.id::text, null, about.closing_act::text);
        end if;
    end loop;
    return null;
end
$$;

create function incident_not_merged(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident') loop
        if becomes(step, 'merged_into') is not null then
            return refusal('incident_not_merged', 'incident', step ->> 'row', null, becomes(step, 'closing_act'));
        end if;
    end loop;
    return null;
end
$$;

create function was_open(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if not is_open(step -> 'before') then
            return refusal('was_open', 'incident', step ->> 'row', null, was(step, 'closing_act'));
        end if;
    end loop;
    return null;
end
$$;

create function was_closed(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if was(step, 'closed_at') is null or was(step, 'merged_into') is not null then
            return refusal('was_closed', 'incident', step ->> 'row', null, was(step, 'closing_act'));
        end if;
    end loop;
    return null;
end
$$;

create function opened_anew_since(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    since timestamptz;
    told uuid;
    anew text[] := '{}';
    latest constant interval := setting('latest') #>> '{}';
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        since := becomes(step, 'reopened_at')::timestamptz;
        if step -> 'written' ? 'reopened_at' and (
            since > (act_view ->> 'now')::timestamptz + latest
            or since < was(step, 'closed_at')::timestamptz - latest
        ) then
            return refusal('opened_anew_since', 'incident', step ->> 'row', 'reopened_at');
        end if;
        if step -> 'written' ? 'reopened_at' and since is not null then
            select r.id into told from referral r
            where r.incident = (step ->> 'row')::uuid and r.confirmed_at is not null order by r.id limit 1;
            if found then
                return refusal('opened_anew_since', 'referral', told::text, 'confirmed_at');
            end if;
            anew := anew || (step ->> 'row');
        end if;
    end loop;
    for step in select * from steps_of(act_view, 'referral') loop
        if becomes(step, 'incident') <> all (anew) then
            return refusal('opened_anew_since', 'referral', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function nothing_runs_without_reason(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    if btrim(coalesce(act_view ->> 'note', ''), setting('blanks') #>> '{}') <> '' then
        return null;
    end if;
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if exists (select from assignment a where a.incident = (step ->> 'row')::uuid and a.state = 'running')
            or exists (select from referral r where r.incident = (step ->> 'row')::uuid and is_running(r.state))
        then
            return refusal('nothing_runs_without_reason', 'incident', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function merge_moves_all(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    merged jsonb;
    step jsonb;
    source text;
    target text;
    tab text;
    left_there boolean;
begin
    if (
        select count(*) from steps_of(act_view, 'incident', 'update') s where becomes(s, 'merged_into') is not null
    ) <> 1 then
        return refusal('merge_moves_all', 'incident');
    end if;
    for merged in
        select s from steps_of(act_view, 'incident', 'update') s where becomes(s, 'merged_into') is not null
    loop
        source := merged ->> 'row';
        target := becomes(merged, 'merged_into');
        if source = target
            or not exists (select from incident i where i.id = target::uuid and is_open(to_jsonb(i)))
        then
            return refusal('merge_moves_all', 'incident', target);
        end if;
        foreach tab in array array['call', 'assignment', 'referral'] loop
            execute format('select exists (select from %I where incident = $1)', tab)
            into left_there using source::uuid;
            if left_there then
                return refusal('merge_moves_all', tab, source);
            end if;
            for step in select * from steps_of(act_view, tab) loop
                if was(step, 'incident') is distinct from source
                    or becomes(step, 'incident') is distinct from target
                then
                    return refusal('merge_moves_all', tab, step ->> 'row');
                end if;
            end loop;
        end loop;
    end loop;
    return null;
end
$$;

create function merge_keeps_restriction(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    target text;
begin
    select becomes(s, 'merged_into') into target from steps_of(act_view, 'incident', 'update') s
    where becomes(s, 'merged_into') is not null;
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if becomes(step, 'merged_into') is null then
            if step ->> 'row' <> target or step -> 'written' <> '["restricted"]'
                or not becomes(step, 'restricted')::boolean
            then
                return refusal('merge_keeps_restriction', 'incident', step ->> 'row');
            end if;
        elsif step -> 'written' ? 'restricted' or (
            becomes(step, 'restricted')::boolean
            and not (select i.restricted from incident i where i.id = target::uuid)
        ) then
            return refusal('merge_keeps_restriction', 'incident', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function relation_of_two(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident_relation') loop
        if becomes(step, 'incident') = becomes(step, 'other') then
            return refusal('relation_of_two', 'incident_relation', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function alias_said(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident_alias') loop
        if becomes(step, 'reason') = 'merged'
            or becomes(step, 'number') !~ (setting('alias_form') #>> '{}')
        then
            return refusal('alias_said', 'incident_alias', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function struck_act_has_note(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'strike') loop
        if not exists (
            select from act_private p join act_subject s on s.act = p.act
            where p.act = (step ->> 'row')::uuid and p.note is not null
                and s.table_name = 'incident' and s.row_id = becomes(step, 'incident')
        ) then
            return refusal('struck_act_has_note', 'strike', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function category_restricts(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident') loop
        if becomes(step, 'category') is not null and not becomes(step, 'restricted')::boolean
            and (is_insert(step) or was(step, 'category') is distinct from becomes(step, 'category'))
            and (select c.restricted from category c where c.id = becomes(step, 'category'))
            and not (not is_insert(step) and step -> 'written' ? 'restricted' and act_view -> 'roles' ? 'supervisor')
        then
            return refusal('category_restricts', 'incident', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function restricted_lifted_by_supervisor(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        if was(step, 'restricted')::boolean and not becomes(step, 'restricted')::boolean
            and not act_view -> 'roles' ? 'supervisor'
        then
            return refusal('restricted_lifted_by_supervisor', 'incident', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function one_lead(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare about incident;
begin
    for about in select * from incidents_of(act_view) loop
        if (
            select count(*) from referral r
            where r.incident = about.id and r.part = 'lead' and is_running(r.state)
        ) > 1 then
            return refusal('one_lead', 'incident', about.id::text);
        end if;
    end loop;
    return null;
end
$$;

create function agency_once(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'referral') loop
        if exists (
            select from referral r
            where r.incident = becomes(step, 'incident')::uuid and r.id <> (step ->> 'row')::uuid
                and r.agency = becomes(step, 'agency') and is_running(r.state)
        ) then
            return refusal('agency_once', 'referral', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function referral_moves(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'referral', 'update') loop
        if not exists (
            select from meta_move m
            where m.what = 'referral' and m.before = was(step, 'state') and m.after = becomes(step, 'state')
        ) then
            return refusal('referral_moves', 'referral', step ->> 'row', null, was(step, 'state_act'));
        end if;
    end loop;
    return null;
end
$$;

create function restore_undecided(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'restore_decision') loop
        if exists (
            select from restore_decision d
            where d.epoch = becomes(step, 'epoch')::int and d.id <> (step ->> 'row')::uuid
        ) then
            return refusal('restore_undecided', 'restore_decision', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function training_only(act_view jsonb) returns jsonb language plpgsql stable as
$$
begin
    return case when not (act_view -> 'training')::boolean then refusal('training_only') end;
end
$$;
