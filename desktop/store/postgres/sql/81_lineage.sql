-- Which server this is. One that was promoted, or into which a dump was restored, may lack the last acts that were
-- confirmed elsewhere: it raises the centre's epoch, so that nobody goes back to the old one, and leaves a gap in the
-- numbers, so that none is given twice.

create table if not exists lineage (
    only_row boolean primary key default true check (only_row),
    server text not null,
    timeline int not null,
    lowest_workstation int not null default 1 -- of those that have no number yet
);

-- Another on every server that was made by itself.
create function server_now() returns text language sql stable as
$$ select system_identifier::text from pg_control_system() $$;

-- Another after every promotion. Not that of the last checkpoint, which a promotion does not wait for.
create function timeline_now() returns int language sql stable as
$$ select ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int $$;

insert into lineage (server, timeline) select server_now(), timeline_now() on conflict do nothing;

-- Raises the epoch: higher also than after an earlier restore of the same dump, hence the seconds. Every day for which
-- an incident can still be entered leaves room for numbers that were given and are not known here.
create function raise_epoch() returns int language plpgsql as
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
        lowest_workstation = (select coalesce(max(w.number), 0) from workstation w) + 5;
    return raised;
end
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
    return raise_epoch();
end
$$;

-- What a desk asks a server before it uses it: whether it takes changes, and whether it is the newest.
create function standing() returns jsonb language plpgsql security definer
set search_path = kulkul, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set lock_timeout = '2s'
as
$$
begin
    return jsonb_build_object(
        'standby', pg_is_in_recovery(), 'centre', (select c.id from centre c), 'epoch', epoch_now()
    );
end
$$;
revoke all on function standing() from public;
grant execute on function standing() to kulkul_operator;
