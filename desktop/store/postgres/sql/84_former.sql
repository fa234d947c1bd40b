-- end_former(secret): ends the connection over which a desk wrote before it lost it, and returns once it is gone. What
-- was sent over it and is still held up somewhere finds nobody then: so an act that was not answered is there or will
-- never be, and may be asked for and repeated. A connection is known by application_name, which everybody may read: it
-- holds the digest of a secret that only its desk has, and in whose outbox such an act is kept.
create function end_former(secret text) returns void language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
begin
    if coalesce(secret !~ '^[0-9a-f]{32}$', true) then
        raise exception 'no secret of a connection' using errcode = 'invalid_parameter_value';
    end if;
    perform login_end_former('kulkul ' || left(encode(sha256(secret::bytea), 'hex'), 32));
end
$$;
revoke all on function end_former(text) from public;
grant execute on function end_former(text) to kulkul_operator;

-- Ends operators' connections of a name. install.py gives it to a role that may do that. One that began afterwards
-- carries nothing from before: who goes on opening some by that name holds nobody up. A desk waits five seconds for it
-- (CONNECT_SECONDS): it is told before that what still stands there.
create function login_end_former(name text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp
as
$$
declare
    began constant timestamptz := clock_timestamp();
    found_pids int[];
begin
    loop
        found_pids := array(
            select a.pid from pg_stat_activity a
            where a.datname = current_database() and a.application_name = login_end_former.name
                and a.backend_start < began and a.pid <> pg_backend_pid() and a.backend_type = 'client backend'
                and pg_has_role(a.usesysid, 'kulkul_operator', 'member')
                and not (select r.rolsuper from pg_roles r where r.oid = a.usesysid)
        );
        if cardinality(found_pids) = 0 then
            return;
        end if;
        exit when clock_timestamp() > began + interval '3 seconds';
        perform pg_terminate_backend(one, 1000) from unnest(found_pids) one;
        perform pg_stat_clear_snapshot();
    end loop;
    raise exception 'the connection before is still there' using errcode = 'operator_intervention';
end
$$;
