-- What an act is about, derived from its changes, and the locks that follow from it.

create type subject as (table_name text, row_id text);

create function incident_of_call(call_id text) returns text language plpgsql stable as
$$
begin
    if call_id ~ (setting('uuid_form') #>> '{}') then
        return (select c.incident::text from call c where c.id = call_id::uuid);
    end if;
    return null;
end
$$;

-- The subjects of a row with these values, whether they are in the table or not.
create function subjects_of(tab text, row_id text, given jsonb) returns setof subject language plpgsql stable as
$$
declare
    known meta_table;
    referred record;
begin
    select m.* into known from meta_table m where m.name = tab;
    if known.parent is not null then
        return query select * from subjects_of(known.parent, row_id, row_now(known.parent, row_id));
        return;
    end if;
    if known.lock_order is not null then
        return next row(tab, row_id)::subject;
    end if;
    if not known.names_subjects or given is null then
        return;
    end if;
    for referred in
        select m.ref, given ->> m.name as id from meta_column m
        where m.table_name = tab and m.subject and given ->> m.name is not null
    loop
        return next row(referred.ref, referred.id)::subject;
        if referred.ref = 'call' and incident_of_call(referred.id) is not null then
            return next row('incident', incident_of_call(referred.id))::subject;
        end if;
    end loop;
end
$$;

-- What the changes are about, as the rows are now.
create function subjects_now(changes jsonb) returns subject[] language plpgsql as
$$
declare
    change jsonb;
    known meta_table;
    found_subjects subject[] := '{}';
begin
    for change in select value from jsonb_array_elements(changes) loop
        select m.* into known from meta_table m
        where m.name = change ->> 'table'
            and (m.lock_order is not null or m.names_subjects or m.parent is not null);
        if change ->> 'row' ~ known.id_form then
            found_subjects := found_subjects
                || array(select s from subjects_of(known.name, change ->> 'row', change -> 'values') s);
            if known.lock_order is null and known.parent is null then -- else the row as it is says the same
                found_subjects := found_subjects
                    || array(select s from subjects_of(known.name, change ->> 'row', row_now(known.name, change ->> 'row')) s);
            end if;
        end if;
    end loop;
    return array(select distinct s from unnest(found_subjects) s);
end
$$;

-- Locks incidents, then units, then calls, each by id. KU002 when a row was moved to another incident meanwhile.
create function lock_subjects(changes jsonb) returns void language plpgsql as
$$
declare
    wanted constant subject[] := subjects_now(changes);
    known meta_table;
    ids text[];
begin
    for known in
        select m.* from meta_table m
        where m.lock_order is not null and m.name in (select s.table_name from unnest(wanted) s)
        order by m.lock_order
    loop
        ids := array(select s.row_id from unnest(wanted) s where s.table_name = known.name and s.row_id ~ known.id_form);
        if cardinality(ids) > 0 then
            perform lock_rows(known.name, ids);
        end if;
    end loop;
    if not subjects_now(changes) <@ wanted then
        raise exception using errcode = 'KU002', message = 'a row was moved meanwhile';
    end if;
end
$$;

-- Every row that the act was about says so.
create function touch_subjects(subjects subject[], act_id text) returns void language plpgsql as
$$
declare
    known meta_table;
    ids text[];
begin
    for known in
        select m.* from meta_table m
        where m.lock_order is not null and m.name in (select s.table_name from unnest(subjects) s)
    loop
        ids := array(select s.row_id from unnest(subjects) s where s.table_name = known.name);
        perform touch_rows(known.name, ids, act_id::uuid);
    end loop;
end
$$;
