-- heartbeat(desk): says that a desk is there, and answers how the database is and who else is at work. It writes only
-- what changed, and after a while that the desk is still there. What is lost with a crash is told again by the next beat.

create unlogged table if not exists desk_presence (
    workstation uuid not null,
    login text not null,
    version text not null,
    kept int not null,
    kept_since timestamptz,
    looks_at jsonb,
    seen_at timestamptz not null,
    primary key (workstation, login)
);

-- Rises with each change of what a desk tells: who was told up to a revision is told what came after it. One that is
-- committed after a later one is missed so; all of it is told every few seconds anyway.
create sequence if not exists desk_presence_revision;
alter table desk_presence add column if not exists revision bigint not null default 0;

-- The workstation's small number: given once. None where a login has claimed more workstations than a person uses.
create function workstation_number(asked uuid) returns int language plpgsql as
$$
declare
    given int;
begin
    for attempt in 1..20 loop
        select w.number into given from workstation w where w.id = asked;
        if given is not null then
            return given;
        end if;
        if (select count(*) from desk_presence p where p.login = session_user) >= 40 then
            return null;
        end if;
        insert into workstation (id, number, made_at)
        select asked, greatest(coalesce(max(w.number), 0) + 1, (select l.lowest_workstation from lineage l)), clock_timestamp()
        from workstation w
        on conflict do nothing;
    end loop;
    return null;
end
$$;

-- What a desk tells of itself, bounded: others read it.
create function told_looks(told jsonb) returns jsonb language sql immutable as
$$
    select jsonb_build_object('incident', told ->> 'incident', 'field', left(told ->> 'field', 40))
    where told ->> 'incident' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

-- Another with every change of an account.
create function accounts_mark() returns bigint language sql stable as
$$ select coalesce(sum(hashtext(o::text)), 0)::bigint from operator o $$;

create function heartbeat(desk jsonb) returns jsonb language plpgsql security definer
set search_path = kulkul, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set lock_timeout = '1s'
as
$$
declare
    epoch constant int := epoch_now(); -- before a workstation gets a number
    now constant timestamptz := clock_timestamp();
    own operator;
    place constant uuid := (desk ->> 'workstation')::uuid;
    told desk_presence;
    seen desk_presence;
    number int;
    desks jsonb;
    asked jsonb := desk -> 'desks_after';
    after bigint;
    latest bigint;
begin
    select o.* into own from operator o where o.login = session_user and o.removed_at is null;
    -- A command is no desk: it names no workstation.
    if own.login is not null and place is not null and current_setting('transaction_read_only') = 'off' then
        number := workstation_number(place);
    end if;
    if (desk ->> 'signs_in')::boolean and place is not null and current_setting('transaction_read_only') = 'off' then
        perform log_sign_in(place, desk ->> 'version');
    end if;
    if number is not null then
        told := row(
            place, own.login, left(coalesce(desk ->> 'version', ''), 40),
            greatest(coalesce((desk ->> 'kept')::int, 0), 0), (desk ->> 'kept_since')::timestamptz,
            told_looks(desk -> 'looks_at'), now, 0
        );
        select p.* into seen from desk_presence p where p.workstation = place and p.login = own.login;
        told.revision := seen.revision;
        -- Who was not seen for so long may be thought gone.
        if seen.seen_at is null or seen.seen_at < now - interval '12 seconds'
            or (seen.version, seen.kept, seen.kept_since, seen.looks_at)
                is distinct from (told.version, told.kept, told.kept_since, told.looks_at)
        then
            told.revision := nextval('desk_presence_revision');
        end if;
        if seen.seen_at is null or seen.seen_at < now - interval '5 seconds' or told.revision <> seen.revision then
            insert into desk_presence select told.*
            on conflict (workstation, login) do update set
                version = excluded.version, kept = excluded.kept, kept_since = excluded.kept_since,
                looks_at = excluded.looks_at, seen_at = excluded.seen_at, revision = excluded.revision;
            -- What waits on a desk that is gone is somebody's calls: it is named until it can hardly come any more.
            delete from desk_presence p
            where p.seen_at < now - case p.kept when 0 then interval '1 day' else interval '30 days' end;
        end if;
    end if;
    -- Who is gone is still named while acts of his wait to be delivered.
    if own.login is not null and not pg_is_in_recovery() then
        select max(p.revision) into latest from desk_presence p;
        if jsonb_typeof(asked) = 'number' and asked between '0' and to_jsonb(latest) then
            after := asked::bigint;
        end if;
        select jsonb_agg(jsonb_build_object(
            'workstation', p.workstation, 'login', p.login, 'number', w.number, 'version', p.version,
            'seen_at', p.seen_at, 'kept', p.kept, 'kept_since', p.kept_since, 'looks_at', p.looks_at
        ) order by w.number, p.login) into desks
        from desk_presence p join workstation w on w.id = p.workstation
        where after is distinct from latest and (after is null or p.revision > after)
            and (p.seen_at > now - interval '12 seconds' or p.kept > 0) and (p.workstation, p.login) is distinct from (place, own.login);
    end if;
    -- One desk of all looks after it with each beat, so that many desks are no more work than few.
    if random() * greatest((select count(*) from desk_presence p where p.seen_at > now - interval '12 seconds'), 1) < 1 then
        perform login_end_idlers();
    end if;
    return jsonb_build_object(
        'now', now, 'epoch', epoch, 'accounts', accounts_mark(),
        'roles', coalesce(own.roles, '[]'), 'removed', own.login is null, 'number', number,
        'desks', coalesce(desks, '[]'), 'desks_at', latest, 'whole', after is null, 'restored', restored_last(), 'schema', (select v.version_num from alembic_version v)
    );
end
$$;
revoke all on function heartbeat(jsonb) from public;
grant execute on function heartbeat(jsonb) to kulkul_operator;

-- Ends what holds up others: operators' backends with an open transaction that does nothing for 5 seconds, or that
-- keeps row or table locks for so long; and readers that hold nothing after a minute. Settings can be overridden by
-- who signs in, this cannot. install.py gives it to a role that may end backends.
create function login_end_idlers() returns void language sql security definer
set search_path = pg_catalog, pg_temp
as
$$
    select pg_terminate_backend(a.pid)
    from pg_stat_activity a
    where a.datname = current_database() and a.pid <> pg_backend_pid() and a.backend_type = 'client backend'
        and a.xact_start < clock_timestamp() - interval '5 seconds'
        and pg_has_role(a.usesysid, 'kulkul_operator', 'member')
        and not (select r.rolsuper from pg_roles r where r.oid = a.usesysid)
        and (
            (a.state like 'idle in transaction%' and a.state_change < clock_timestamp() - interval '5 seconds')
            or a.backend_xid is not null
            or a.xact_start < clock_timestamp() - interval '60 seconds'
            or exists (
                select from pg_locks l
                where l.pid = a.pid and l.granted and l.locktype in ('relation', 'tuple', 'object')
                    and l.mode <> 'AccessShareLock'
            )
        )
$$;
