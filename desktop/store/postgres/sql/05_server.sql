-- Once for each database, by a superuser: what PostgreSQL leaves open to everybody and a desk has no use for.
-- Roles belong to the whole server: the owner of the tables, and the group of all operators.

do $$
declare
    wanted text;
    open_function regprocedure;
begin
    foreach wanted in array array['kulkul_owner', 'kulkul_operator'] loop
        begin
            execute format('create role %I nologin', wanted);
        exception when duplicate_object or unique_violation then
            null;
        end;
    end loop;
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
create extension if not exists pg_trgm schema kulkul;
