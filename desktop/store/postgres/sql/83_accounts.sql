-- Accounts: kept by administrators, who need no right on the server for it. Every change is in account_log. Passwords
-- come as SCRAM verifiers, so that no log of the server has one in plain.

create table if not exists account_log (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    by text not null,
    what text not null,
    login text not null,
    detail jsonb not null
);

-- Whether who signed in holds one of these roles here. A superuser of the server does.
create function holds_role(wanted text[]) returns boolean language plpgsql stable security definer
set search_path = kulkul, pg_temp
as
$$
begin
    return pg_has_role(session_user, 'kulkul_owner', 'member') or exists (
        select from operator o where o.login = session_user and o.removed_at is null and o.roles ?| wanted
    );
end
$$;

create function account_problem(code text, about text) returns void language plpgsql as
$$ begin raise exception using errcode = 'KU010', message = code, detail = coalesce(about, ''); end $$;

-- Accounts change one after the other: two administrators cannot take each other's role at once.
create function begin_account_change() returns void language plpgsql as
$$
begin
    if not holds_role('{administrator}') then
        raise exception 'only an administrator keeps accounts' using errcode = 'insufficient_privilege';
    end if;
    lock table account_log in exclusive mode;
end
$$;

create function log_account(what text, login text, detail jsonb default '{}') returns void language sql as
$$
    insert into account_log (at, by, what, login, detail) values (clock_timestamp(), session_user, what, login, detail)
$$;

create function check_verifier(verifier text) returns void language plpgsql as
$$
begin
    if coalesce(
        verifier !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/]{22,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$',
        true
    ) or substring(verifier from '\$([0-9]+):')::int < 4096 then
        perform account_problem('bad_verifier', null);
    end if;
end
$$;

create function check_roles(roles text[]) returns void language plpgsql as
$$
begin
    if coalesce(cardinality(roles), 0) = 0 or array_position(roles, null) is not null
        or not to_jsonb(roles) <@ setting('roles')
    then
        perform account_problem('bad_roles', array_to_string(roles, ' '));
    end if;
end
$$;

create function sorted_roles(roles text[]) returns jsonb language sql immutable as
$$ select jsonb_agg(distinct role order by role) from unnest(roles) role $$;

-- An operator who may still sign in, and who is not the one who asks where that is not fit.
create function account_of(wanted text, not_own boolean default false) returns operator language plpgsql as
$$
declare found_operator operator;
begin
    select o.* into found_operator from operator o where o.login = wanted and o.removed_at is null;
    if not found then
        perform account_problem('not_found', wanted);
    end if;
    if not_own and wanted = session_user then
        perform account_problem('own_account', wanted);
    end if;
    perform login_check(wanted);
    return found_operator;
end
$$;

create function check_other_administrator(than text) returns void language plpgsql as
$$
begin
    if not exists (
        select from operator o where o.login <> than and o.removed_at is null and o.roles ? 'administrator'
    ) then
        perform account_problem('last_administrator', than);
    end if;
end
$$;

create function check_name(name text) returns void language plpgsql as
$$
begin
    if btrim(coalesce(name, ''), setting('blanks') #>> '{}') = '' or char_length(name) > 200 then
        perform account_problem('bad_name', name);
    end if;
end
$$;

create function add_operator(login text, name text, roles text[], verifier text) returns void
language plpgsql security definer set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
begin
    perform begin_account_change();
    perform check_name(name);
    perform check_roles(roles);
    perform check_verifier(verifier);
    if exists (select from operator o where o.login = add_operator.login) then
        perform account_problem('exists', login);
    end if;
    perform login_make(login, verifier);
    perform login_groups(login, roles);
    insert into operator (login, name, roles, made_at)
    values (login, add_operator.name, sorted_roles(roles), clock_timestamp());
    perform log_account('added', login, jsonb_build_object('name', name, 'roles', sorted_roles(roles)));
end
$$;

create function set_roles(login text, roles text[]) returns void
language plpgsql security definer set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
declare before operator;
begin
    perform begin_account_change();
    perform check_roles(roles);
    before := account_of(login, not_own => true);
    if before.roles ? 'administrator' and not 'administrator' = any (roles) then
        perform check_other_administrator(login);
    end if;
    perform login_groups(login, roles);
    update operator o set roles = sorted_roles(set_roles.roles) where o.login = set_roles.login;
    perform log_account('roles', login, jsonb_build_object('before', before.roles, 'roles', sorted_roles(roles)));
end
$$;

create function rename_operator(login text, name text) returns void
language plpgsql security definer set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
declare before operator;
begin
    perform begin_account_change();
    perform check_name(name);
    before := account_of(login);
    update operator o set name = rename_operator.name where o.login = rename_operator.login;
    perform log_account('renamed', login, jsonb_build_object('before', before.name, 'name', name));
end
$$;

-- From here on the login can do nothing, also where it is still connected; its row stays, for the journal names it.
create function remove_operator(login text) returns void
language plpgsql security definer set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
declare before operator;
begin
    perform begin_account_change();
    before := account_of(login, not_own => true);
    if before.roles ? 'administrator' then
        perform check_other_administrator(login);
    end if;
    perform login_shut(login);
    perform login_groups(login, '{}');
    update operator o set removed_at = clock_timestamp() where o.login = remove_operator.login;
    perform log_account('removed', login);
    perform login_end(login);
end
$$;

-- After `remove_operator` is committed: a session that began meanwhile is ended too.
create function end_sessions(login text) returns void
language plpgsql security definer set search_path = kulkul, pg_temp
as
$$
begin
    if not holds_role('{administrator}') then
        raise exception 'only an administrator ends sessions' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from operator o where o.login = end_sessions.login) then
        perform account_problem('not_found', login);
    end if;
    perform login_check(login);
    perform login_end(login);
end
$$;

create function reset_password(login text, verifier text) returns void
language plpgsql security definer set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
begin
    perform begin_account_change();
    perform check_verifier(verifier);
    perform account_of(login);
    perform login_password(login, verifier);
    perform log_account('password_reset', login);
end
$$;

create function change_password(verifier text) returns void
language plpgsql security definer set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
begin
    perform check_verifier(verifier);
    perform account_of(session_user);
    perform login_password(session_user, verifier);
    perform log_account('password_changed', session_user);
end
$$;

-- The changes after a number, oldest first, for those who watch over a centre; none for others.
create function read_account_log(after bigint, most int) returns setof account_log language plpgsql stable
security definer set search_path = kulkul, pg_temp
as
$$
begin
    return query select l.* from account_log l
    where l.number > after and (select holds_role('{supervisor,administrator,auditor}'))
    order by l.number limit least(most, 1000);
end
$$;
