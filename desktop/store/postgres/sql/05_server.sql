-- Once for each database, by a superuser: what PostgreSQL leaves open to everybody and a desk has no use for.
-- Roles belong to the whole server: the owner of the tables, the owner of what makes and shuts logins, the group of
-- all operators, and in it a group for each role. No login can become one of the first two.

do $$
declare
    wanted text;
    groups constant text[] := array[
        'kulkul_call_taker', 'kulkul_dispatcher', 'kulkul_supervisor', 'kulkul_administrator', 'kulkul_auditor',
        'kulkul_wall'
    ];
    open_function regprocedure;
begin
    foreach wanted in array array['kulkul_owner', 'kulkul_accounts', 'kulkul_operator'] || groups loop
        begin
            execute format('create role %I nologin', wanted);
        exception when duplicate_object or unique_violation then
            null;
        end;
    end loop;
    alter role kulkul_accounts createrole;
    grant pg_signal_backend, pg_read_all_stats to kulkul_accounts;
    -- Files of the server's data folder: how a timeline began (81_lineage.sql).
    grant execute on function pg_read_file(text, bigint, bigint, boolean) to kulkul_accounts;
    foreach wanted in array groups loop
        execute format('grant kulkul_operator to %I', wanted);
        -- PostgreSQL 16 lets only those grant a role who hold it with this option.
        execute format('grant %I to kulkul_accounts with admin option', wanted);
    end loop;
    -- Nor may kulkul_accounts there change a login that another made: a server moved from 15 knows its logins so.
    if current_setting('server_version_num')::int >= 160000 then
        for wanted in
            select distinct l.rolname from pg_roles l join pg_auth_members m on m.member = l.oid
            where m.roleid::regrole::text = any (array_append(groups, 'kulkul_operator')) and l.rolname !~ '^(pg_|kulkul)' and not l.rolsuper
        loop
            execute format('grant %I to kulkul_accounts with admin option, inherit false, set false', wanted);
        end loop;
    end if;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to kulkul_operator', current_database());
    revoke create on schema public from public;
    -- Large objects, advisory locks, messages that fill the log, snapshots that keep old rows.
    for open_function in
        select p.oid from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace
            and (
                p.proname ~ '^(lo_|pg_(try_)?advisory_|pg_logical_emit_message$|pg_export_snapshot$)'
                or p.proname in ('loread', 'lowrite')
            )
    loop
        execute format('revoke execute on function %s from public', open_function);
    end loop;
end
$$;
create schema if not exists kulkul authorization kulkul_owner;
create schema if not exists kulkul_desk authorization kulkul_owner;
create extension if not exists pg_trgm schema kulkul;
