-- Which server this is. One that was promoted, or into which a dump was restored, may lack the last acts that were
-- confirmed elsewhere: it raises the centre's epoch, so that nobody goes back to the old one, and leaves a gap in the
-- numbers, so that none is given twice.

create table if not exists lineage (
    only_row boolean primary key default true check (only_row),
    server text not null,
    timeline int not null,
    lowest_workstation int not null default 1 -- of those that have no number yet
);

-- The last time that the centre was brought back to an earlier time on purpose: its epoch since, and when the last act
-- was written that is still there. Not so after a promotion, which may miss the last moments only.
alter table lineage add column if not exists restored_epoch int,
    add column if not exists restored_at timestamptz, add column if not exists restored_state timestamptz;

-- Another on every server that was made by itself.
create function server_now() returns text language plpgsql stable as
$$ begin return (select system_identifier::text from pg_control_system()); end $$;

-- Another after every promotion. Not that of the last checkpoint, which a promotion does not wait for.
create function timeline_now() returns int language plpgsql stable as
$$ begin return ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int; end $$;

insert into lineage (server, timeline) select server_now(), timeline_now() on conflict do nothing;

-- Raises the epoch: higher also than after an earlier restore of the same dump, hence the seconds. Every day for which
-- an incident can still be entered leaves room for numbers that were given and are not known here.
create function raise_epoch(restored boolean) returns int language plpgsql as
$$
declare
    today constant date := (centre_now() at time zone (select zone_name from centre))::date;
    reach constant int := ceil(extract(epoch from (setting('earliest') #>> '{}')::interval) / 86400)::int + 1;
    gap constant int := 50;
    raised int;
begin
    update centre set epoch = greatest(epoch + 1, extract(epoch from clock_timestamp() - made_at)::int)
    returning epoch into raised;
    insert into serial as s (day, last)
    select today + one, gap from generate_series(-reach, 2) one
    on conflict (day) do update set last = s.last + gap;
    update lineage set
        server = server_now(), timeline = timeline_now(),
        restored_epoch = case when restored then raised else restored_epoch end,
        restored_at = case when restored then clock_timestamp() else restored_at end,
        restored_state = case when restored then (select a.recorded_at from act a order by a.sequence desc limit 1)
            else restored_state end,
        lowest_workstation = (select coalesce(max(w.number), 0) from workstation w) + 5;
    return raised;
end
$$;

-- Whether the timelines since one that is known came of a recovery that was told where to stop. A promotion, and a
-- recovery that applies all there is, stop nowhere before the end: PostgreSQL writes the reason into the timeline's
-- history. install.py gives it to a role that may read that file.
create function login_stopped_early(known int, now int) returns boolean language sql security definer
set search_path = pg_catalog, pg_temp
as
$$
    select exists (
        select from regexp_split_to_table(
            pg_read_file('pg_wal/' || lpad(upper(to_hex(now)), 8, '0') || '.history', 0, 1000000, true), E'\n'
        ) line
        where line ~ '^\s*[0-9]+\t' and split_part(btrim(line), E'\t', 1)::int >= known
            and split_part(line, E'\t', 3) <> 'no recovery target specified'
    )
$$;

-- What the last restore was and what was decided since: desktop/domain/restores.py, Restored. Null without one.
create function restored_last() returns jsonb language sql stable as
$$
    select jsonb_build_object(
        'epoch', l.restored_epoch, 'at', l.restored_at, 'state_of', l.restored_state, 'decision', d.last_act,
        'decided_by', d.decided_by, 'deliver', coalesce(d.deliver, false)
    )
    from lineage l left join lateral (
        select one.* from restore_decision one join act a on a.id = one.last_act
        where one.epoch = l.restored_epoch order by a.sequence limit 1
    ) d on true
    where l.restored_epoch is not null
$$;

-- The centre's epoch, raised before anything else when this server was promoted or restored since it was last asked.
create function epoch_now() returns int language plpgsql as
$$
declare
    known lineage;
begin
    select l.* into known from lineage l;
    if pg_is_in_recovery() or (known.server, known.timeline) is not distinct from (server_now(), timeline_now())
        or current_setting('transaction_read_only') = 'on'
    then
        return (select c.epoch from centre c);
    end if;
    perform from centre for update; -- who comes second finds it done
    select l.* into known from lineage l;
    if (known.server, known.timeline) is not distinct from (server_now(), timeline_now()) then
        return (select c.epoch from centre c);
    end if;
    -- Another server has it from a dump.
    return raise_epoch(
        known.server <> server_now() or login_stopped_early(known.timeline, timeline_now())
    );
end
$$;

-- What a desk asks a server before it uses it: whether it takes changes, and whether it is the newest; and what it needs
-- to begin with, so that it asks once.
create function standing() returns jsonb language plpgsql security definer
set search_path = kulkul, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set lock_timeout = '2s'
as
$$
begin
    return jsonb_build_object(
        'standby', pg_is_in_recovery(), 'centre', (select c.id from centre c), 'epoch', epoch_now(),
        'whole', (select to_jsonb(c) from centre c), 'login', session_user,
        'schema', (select v.version_num from alembic_version v), 'served', setting('schemas_served'),
        'operator', (
            select jsonb_build_object('name', o.name, 'roles', o.roles)
            from operator o where o.login = session_user and o.removed_at is null
        )
    );
end
$$;
revoke all on function standing() from public;
grant execute on function standing() to kulkul_operator;
