-- Reading and writing rows of any of the domain's tables: a branch for each table, so that its plan is kept.

-- Of statements the one for a name, found by halving: a CASE would try each of them in turn. Names by their bytes.
create function by_name(said text, names text[], statements text[]) returns text language plpgsql immutable as
$$
declare
    half constant int := cardinality(names) / 2;
begin
    if half = 0 then
        return format('if %s = %L then ', said, names[1]) || statements[1] || E' end if;\n';
    end if;
    return format('if %s < %L collate "C" then ', said, names[half + 1]) || by_name(said, names[:half], statements[:half])
        || 'else ' || by_name(said, names[half + 1:], statements[half + 1:]) || E'end if;\n';
end
$$;

create function make_by_table(head text, branch text, tail text, subjects_only boolean) returns void
language plpgsql as
$make$
declare
    branches text;
begin
    -- In a branch: %1$I the table, %2$s the type of its id, %3$L the form of its id, %4$s and %5$s its other columns.
    select by_name('tab', array_agg(m.name order by m.name collate "C"), array_agg(format(
            branch, m.name, m.id_type, m.id_form,
            (select string_agg(quote_ident(a.attname), ', ' order by a.attname collate "C") from pg_attribute a
             where a.attrelid = m.name::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'id'),
            (select string_agg('r.' || quote_ident(a.attname), ', ' order by a.attname collate "C") from pg_attribute a
             where a.attrelid = m.name::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'id')
        ) order by m.name collate "C")) into branches
    from meta_table m where m.lock_order is not null or not subjects_only;
    execute head || ' as $$ declare found_row jsonb; begin ' || branches
        || tail || ' end $$';
end
$make$;

-- The row as it is, or NULL; ids that no row can have are none.
select make_by_table(
    'create function row_now(tab text, row_id text) returns jsonb language plpgsql stable',
    'if row_id ~ %3$L then select to_jsonb(t) into found_row from %1$I t where t.id = row_id::%2$s; end if;',
    'return found_row;', false
);

select make_by_table(
    'create function locked_row(tab text, row_id text) returns jsonb language plpgsql',
    'select to_jsonb(t) into found_row from %1$I t where t.id = row_id::%2$s for no key update;',
    'return found_row;', false
);

select make_by_table(
    'create function insert_row(tab text, given jsonb) returns jsonb language plpgsql',
    'insert into %1$I as t select r.* from jsonb_populate_record(null::%1$I, given) r'
    ' returning to_jsonb(t) into found_row;',
    'return found_row;', false
);

select make_by_table(
    'create function update_row(tab text, row_id text, given jsonb) returns jsonb language plpgsql',
    'update %1$I t set (%4$s) = (select %5$s from jsonb_populate_record(t, given) r)'
    ' where t.id = row_id::%2$s returning to_jsonb(t) into found_row;',
    'return found_row;', false
);

select make_by_table(
    'create function lock_rows(tab text, ids text[]) returns void language plpgsql',
    'perform from %1$I t where t.id = any (ids::%2$s[]) order by t.id for no key update;',
    '', true
);

select make_by_table(
    'create function touch_rows(tab text, ids text[], act_id uuid) returns void language plpgsql',
    'update %1$I t set last_act = act_id where t.id = any (ids::%2$s[]) and t.last_act <> act_id;',
    '', true
);

drop function make_by_table(text, text, text, boolean);
