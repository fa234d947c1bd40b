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

-- The subjects of a row with any of these values, whether they are in the table or not; some more than once.
create function subjects_of(known meta_table, row_id text, variadic givens jsonb[]) returns subject[]
language plpgsql stable as
$$
declare
    parent meta_table;
    given jsonb;
    col text;
    referred text;
    found_subjects subject[] := '{}';
begin
    if known.parent is not null then
        select m.* into parent from meta_table m where m.name = known.parent;
        return subjects_of(parent, row_id, row_now(parent.name, row_id));
    end if;
    if known.lock_order is not null then
        found_subjects := found_subjects || row(known.name, row_id)::subject;
    end if;
    foreach given in array givens loop
        foreach col in array known.subject_columns loop
            referred := given ->> col;
            if referred is not null then
                found_subjects := found_subjects || row(known.subject_refs ->> col, referred)::subject;
                if known.subject_refs ->> col = 'call' and incident_of_call(referred) is not null then
                    found_subjects := found_subjects || row('incident', incident_of_call(referred))::subject;
                end if;
            end if;
        end loop;
    end loop;
    return found_subjects;
end
$$;

-- What the changes are about, as the rows are now.
create function subjects_now(changes jsonb) returns subject[] language plpgsql as
$$
declare
    change jsonb;
    row_id text;
    known meta_table;
    found_subjects subject[] := '{}';
begin
    for change in select value from jsonb_array_elements(changes) loop
        row_id := change ->> 'row';
        select m.* into known from meta_table m where m.name = change ->> 'table';
        if row_id ~ known.id_form then
            if known.lock_order is not null or known.parent is not null then
                -- the row as it is says the same
                found_subjects := found_subjects || subjects_of(known, row_id, change -> 'values');
            elsif cardinality(known.subject_columns) > 0 then
                found_subjects := found_subjects
                    || subjects_of(known, row_id, change -> 'values', row_now(known.name, row_id));
            end if;
        end if;
    end loop;
    return found_subjects;
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
