-- Making, shutting and ending logins. install.py gives these functions to kulkul_accounts, which may do that on the
-- whole server: they see to it that a login is one of a centre's, and only kulkul_owner's functions may call them.

create function login_make(login text, verifier text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp
as
$$
begin
    if login !~ '^[a-z][a-z0-9._-]{0,39}$' or login ~ '^(pg_|kulkul)|^(public|none)$' then
        raise exception using errcode = 'KU010', message = 'bad_login', detail = login;
    end if;
    if exists (select from pg_roles r where r.rolname = login) then
        raise exception using errcode = 'KU010', message = 'exists', detail = login;
    end if;
    execute format('create role %I nologin connection limit 20', login);
    if verifier is not null then
        execute format('alter role %I login password %L', login, verifier);
    end if;
    execute format('alter role %I set search_path = kulkul_desk, kulkul', login);
end
$$;

-- The login is of no other use on this server: nothing here may change one that is.
create function login_check(login text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp
as
$$
begin
    if not exists (
        select from pg_roles r where r.rolname = login and r.rolname !~ '^(pg_|kulkul)'
            and not (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls)
    ) then
        raise exception using errcode = 'KU010', message = 'bad_login', detail = login;
    end if;
end
$$;

-- Makes the login a member of the groups of these roles, and of no other group of ours.
create function login_groups(login text, roles text[]) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp
as
$$
declare
    role text;
    held boolean;
begin
    foreach role in array array['call_taker', 'dispatcher', 'supervisor', 'administrator', 'auditor', 'wall'] loop
        held := exists (
            select from pg_auth_members m
            where m.roleid = to_regrole('kulkul_' || role) and m.member = to_regrole(quote_ident(login))
        );
        if role = any (roles) and not held then
            execute format('grant %I to %I', 'kulkul_' || role, login);
        elsif held and not role = any (roles) then
            execute format('revoke %I from %I', 'kulkul_' || role, login);
        end if;
    end loop;
end
$$;

create function login_password(login text, verifier text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp
as
$$
begin
    execute format('alter role %I login password %L', login, verifier);
end
$$;

create function login_shut(login text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp
as
$$
begin
    execute format('alter role %I nologin password null', login);
end
$$;

-- Ends what the login has open on this server, but for the session that asks.
create function login_end(login text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp
as
$$
begin
    perform pg_terminate_backend(a.pid) from pg_stat_activity a
    where a.usename = login and a.pid <> pg_backend_pid();
end
$$;
