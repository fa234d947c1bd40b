-- What is personal, for those whose role may read it. Looks at what is over are logged: those at the open board
-- are the work itself.

create function check_reader() returns void language plpgsql as
$$
begin
    if not pg_has_role(session_user, 'kulkul_owner', 'member') and not exists (
        select from operator o
        where o.login = session_user and o.removed_at is null
            and o.roles ?| array(select jsonb_array_elements_text(setting('reader_roles')))
    ) then
        raise exception 'this role reads no personal values' using errcode = 'insufficient_privilege';
    end if;
end
$$;

create function log_look(looked_at text, subjects text[]) returns void language sql as
$$
    insert into access_log (id, at, operator, what, subject)
    select gen_random_uuid(), clock_timestamp(), session_user, looked_at, subject_id from unnest(subjects) subject_id
$$;

create function personal_calls(ids uuid[]) returns setof call_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
begin
    perform check_reader();
    perform log_look('call', array(
        select c.id::text from call c left join incident i on i.id = c.incident
        where c.id = any (ids) and c.ended_at is not null and (i.id is null or not is_open(to_jsonb(i)))
    ));
    return query select p.* from call_private p where p.id = any (ids);
end
$$;

create function personal_incidents(ids uuid[]) returns setof incident_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
begin
    perform check_reader();
    perform log_look('incident', array(
        select i.id::text from incident i where i.id = any (ids) and not is_open(to_jsonb(i))
    ));
    return query select p.* from incident_private p where p.id = any (ids);
end
$$;

-- The personal halves of acts, by what they are about: as far as an act is about something that is over, it is logged.
create function personal_acts(ids uuid[]) returns setof act_private language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
begin
    perform check_reader();
    perform log_look('acts', array(
        select distinct s.row_id from act_subject s join incident i on i.id::text = s.row_id
        where s.act = any (ids) and s.table_name = 'incident' and not is_open(to_jsonb(i))
    ));
    return query select p.* from act_private p where p.act = any (ids);
end
$$;
