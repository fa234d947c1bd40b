-- Imports into the gazetteer, by administrators. They are no acts; gazetteer_import says who brought what.

create function check_gazetteer() returns void language plpgsql as
$$
begin
    if not holds_role('{administrator}') then
        raise exception 'only an administrator imports places' using errcode = 'insufficient_privilege';
    end if;
end
$$;

create function gazetteer_begin(source text, file text, digest text) returns int language plpgsql security definer
set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
declare made int;
begin
    perform check_gazetteer();
    insert into gazetteer_import (at, by, source, file, digest, counts)
    values (clock_timestamp(), session_user, source, file, digest, '{}') returning number into made;
    return made;
end
$$;

-- Rows as the tables have them, as JSON.
create function gazetteer_put(places text, borders text) returns void language plpgsql security definer
set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
begin
    perform check_gazetteer();
    insert into place select r.* from jsonb_populate_recordset(null::place, places::jsonb) r
    on conflict (id) do update set
        name = excluded.name, kind = excluded.kind, aliases = excluded.aliases, area = excluded.area,
        latitude = excluded.latitude, longitude = excluded.longitude, street = excluded.street,
        source = excluded.source;
    insert into border select r.* from jsonb_populate_recordset(null::border, borders::jsonb) r
    on conflict (id) do update set
        name = excluded.name, level = excluded.level, parent = excluded.parent, city = excluded.city,
        shape = excluded.shape, source = excluded.source;
end
$$;

create function gazetteer_drop(places text[], borders text[]) returns void language plpgsql security definer
set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
begin
    perform check_gazetteer();
    delete from place p where p.id = any (places);
    delete from border b where b.id = any (borders);
end
$$;

create function gazetteer_finish(import_number int, told text) returns void language plpgsql security definer
set search_path = kulkul, pg_temp set lock_timeout = '2s'
as
$$
begin
    perform check_gazetteer();
    update gazetteer_import i set finished_at = clock_timestamp(), counts = told::jsonb
    where i.number = import_number and i.by = session_user and i.finished_at is null;
end
$$;

revoke all on function
    gazetteer_begin(text, text, text), gazetteer_put(text, text), gazetteer_drop(text[], text[]),
    gazetteer_finish(int, text)
from public;
grant execute on function
    gazetteer_begin(text, text, text), gazetteer_put(text, text), gazetteer_drop(text[], text[]),
    gazetteer_finish(int, text)
to kulkul_operator;
