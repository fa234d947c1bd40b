-- What is personal or restricted, for those whose role may read it: others get nothing. Looks at what is over are
-- logged: those at the open board are the work itself.

-- Whether who signed in reads all of an incident. Of a restricted one these do: who may by role, who opened it or took
-- one of its calls, who broke the glass. Without an incident there is nothing to hide.
create function reads_incident(wanted uuid) returns boolean language plpgsql stable security definer
set search_path = kulkul, pg_temp
as
$$
begin
    if wanted is null or not coalesce((select i.restricted from incident i where i.id = wanted), false) then
        return true;
    end if;
    return holds_role(array(select jsonb_array_elements_text(setting('restricted_roles')))) or (
        holds_role(array(select jsonb_array_elements_text(setting('reader_roles')))) and (
            exists (select from incident i where i.id = wanted and i.opened_by = session_user)
            or exists (select from call c where c.incident = wanted and c.operator = session_user)
            or exists (select from glass g where g.incident = wanted and g.operator = session_user)
        )
    );
end
$$;

-- An act is read whole by who reads all incidents that it is about, also through their calls.
create function reads_act(wanted uuid) returns boolean language plpgsql stable security definer
set search_path = kulkul, pg_temp
as
$$
begin
    return coalesce((
        select bool_and(reads_incident(case s.table_name
            when 'incident' then s.row_id::uuid
            when 'call' then incident_of_call(s.row_id)::uuid
        end))
        from act_subject s where s.act = wanted
    ), true);
end
$$;

create function reads_personal() returns boolean language plpgsql stable as
$$ begin return holds_role(array(select jsonb_array_elements_text(setting('reader_roles')))); end $$;

create function log_look(looked_at text, subjects text[]) returns void language sql as
$$
    insert into access_log (id, at, operator, what, subject)
    select gen_random_uuid(), clock_timestamp(), session_user, looked_at, subject_id from unnest(subjects) subject_id
$$;

-- From when on a call that was lost may still be on a desk's board.
create function lost_since() returns timestamptz language plpgsql stable as
$$
declare
    zone constant text := (select zone_name from centre);
begin
    return (date_trunc('day', centre_now() at time zone zone) at time zone zone)
        - (setting('lost_kept') #>> '{}')::interval;
end
$$;

-- Whether a call was lost since then and nobody was reached by calling back: as
-- desktop/store/queries_calling_back.py has it.
create function waits_for_call_back(wanted uuid, since timestamptz) returns boolean language plpgsql stable security definer
set search_path = kulkul, pg_temp
as
$$
begin
    return exists (
        select from call c
        where c.id = wanted and c.answered_at >= since and c.direction = 'in' and c.ended_at is not null
            and setting('lost_types') ? c.call_type
            and not exists (
                select from call_back b left join call o on o.id = b.by_call
                where b.call = c.id and (
                    b.by_call is null or o.incident is not null
                    or (o.ended_at is not null and not coalesce(setting('unreached_types') ? o.call_type, false))
                )
            )
    );
end
$$;

create function personal_calls(ids uuid[]) returns setof call_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare
    read_ids uuid[];
    since constant timestamptz := lost_since();
begin
    if not reads_personal() then
        return;
    end if;
    read_ids := array(select c.id from call c where c.id = any (ids) and reads_incident(c.incident));
    perform log_look('call', array(
        select c.id::text from call c left join incident i on i.id = c.incident
        where c.id = any (read_ids) and c.ended_at is not null and (i.id is null or not is_open(to_jsonb(i)))
            and not waits_for_call_back(c.id, since)
    ));
    return query select p.* from call_private p where p.id = any (read_ids);
end
$$;

create function personal_warnings(ids uuid[]) returns setof place_warning_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
begin
    if not reads_personal() then
        return;
    end if;
    perform log_look('warning', array(
        select w.id::text from place_warning w where w.id = any (ids) and w.state <> 'active'
    ));
    return query select p.* from place_warning_private p where p.id = any (ids);
end
$$;

-- Who is behind these entries of the phone book, of all of them for null. Every desk has them with its reference data.
create function personal_contacts(ids varchar[]) returns setof contact_private language plpgsql stable security definer
set search_path = kulkul, pg_temp
as
$$
begin
    if not holds_role(array(select jsonb_array_elements_text(setting('contact_roles')))) then
        return;
    end if;
    return query select p.* from contact_private p where personal_contacts.ids is null or p.id = any (personal_contacts.ids);
end
$$;

create function crew_has_left(given crew_sign) returns boolean language plpgsql stable as
$$
begin
    return (select u.duty_since is distinct from given.signed_at from unit u where u.id = given.unit);
end
$$;

-- Names of crews, and what hand-overs say: looks at crews that are not on duty, and at what was taken over, are logged.
create function personal_crews(ids uuid[]) returns setof crew_sign_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
begin
    if not reads_personal() then
        return;
    end if;
    perform log_look('crew', array(select s.id::text from crew_sign s where s.id = any (ids) and crew_has_left(s)));
    return query select p.* from crew_sign_private p where p.id = any (ids);
end
$$;

create function personal_handovers(ids uuid[]) returns setof handover_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
begin
    if not reads_personal() then
        return;
    end if;
    perform log_look('handover', array(
        select h.id::text from handover h where h.id = any (ids) and h.taken_at is not null
    ));
    return query select p.* from handover_private p where p.id = any (ids);
end
$$;

create function personal_incidents(ids uuid[]) returns setof incident_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare read_ids uuid[];
begin
    if not reads_personal() then
        return;
    end if;
    read_ids := array(select i.id from incident i where i.id = any (ids) and reads_incident(i.id));
    perform log_look('incident', array(
        select i.id::text from incident i where i.id = any (read_ids) and not is_open(to_jsonb(i))
    ));
    return query select p.* from incident_private p where p.id = any (read_ids);
end
$$;

-- Whether a reminder is done, or a message no more on the board.
create function memo_is_over(given memo) returns boolean language plpgsql stable as
$$
begin
    return given.state = 'done' or (given.state = 'sent' and given.made_at < lost_since());
end
$$;

create function personal_memos(ids uuid[]) returns setof memo_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare read_ids uuid[];
begin
    if not reads_personal() then
        return;
    end if;
    read_ids := array(
        select m.id from memo m where m.id = any (ids) and (m.incident is null or reads_incident(m.incident))
    );
    perform log_look('memo', array(
        select m.id::text from memo m where m.id = any (read_ids) and memo_is_over(m)
    ));
    return query select p.* from memo_private p where p.id = any (read_ids);
end
$$;

-- The personal halves of acts, by what they are about: as far as an act is about something that is over, it is logged.
-- Memos about an incident go with that: who reads its timeline reads them, too.
create function personal_acts(ids uuid[]) returns setof act_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare
    read_ids uuid[];
    since constant timestamptz := lost_since();
begin
    if not reads_personal() then
        return;
    end if;
    read_ids := array(select one from unnest(ids) one where reads_act(one));
    perform log_look('acts', array(
        select distinct s.row_id
        from act_subject s
            left join call c on c.id = case s.table_name when 'call' then s.row_id::uuid end
            left join incident i on i.id = case s.table_name when 'incident' then s.row_id::uuid else c.incident end
            left join place_warning w on w.id = case s.table_name when 'place_warning' then s.row_id::uuid end
            left join memo m on m.id = case s.table_name when 'memo' then s.row_id::uuid end
            left join crew_sign k on k.id = case s.table_name when 'crew_sign' then s.row_id::uuid end
            left join handover h on h.id = case s.table_name when 'handover' then s.row_id::uuid end
        where s.act = any (read_ids) and case s.table_name
            when 'incident' then not is_open(to_jsonb(i))
            when 'call' then c.ended_at is not null and (i.id is null or not is_open(to_jsonb(i)))
                and not waits_for_call_back(c.id, since)
            when 'place_warning' then w.state <> 'active'
            when 'memo' then m.incident is null and memo_is_over(m)
            when 'crew_sign' then crew_has_left(k)
            when 'handover' then h.taken_at is not null and exists (
                select from act a where a.id = s.act and a.kind = 'handover.given'
            )
        end
    ));
    return query select p.* from act_private p where p.act = any (read_ids);
end
$$;
