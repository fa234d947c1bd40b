-- One change of an act: its values, its bases, its row. Steps and codes as in desktop/domain/apply.py.

create function value_fits(known meta_column, given jsonb) returns boolean language plpgsql stable as
$$
begin
    if given = 'null' then
        return known.nullable;
    end if;
    case known.kind
        when 'uuid' then return given #>> '{}' ~ (setting('uuid_form') #>> '{}');
        when 'text' then
            return char_length(given #>> '{}') <= known.max_length
                and (known.choices is null or given #>> '{}' = any (known.choices));
        when 'integer', 'real' then
            return coalesce(known.low <= given::numeric, true) and coalesce(given::numeric <= known.high, true);
        else return true;
    end case;
end
$$;

create function check_values(rule meta_allowed, change jsonb) returns void language plpgsql as
$$
declare
    tab constant text := change ->> 'table';
    row_id constant text := change ->> 'row';
    given constant jsonb := change -> 'values';
    form text;
    bad text;
begin
    select m.id_form into form from meta_table m where m.name = tab;
    if (row_id ~ form) is not true then
        perform refuse(refusal('value', tab, row_id, 'id'));
    end if;
    select key into bad from jsonb_object_keys(given) key
    where key <> all (rule.fields) order by key collate "C" limit 1;
    if bad is not null then
        perform refuse(refusal('field', tab, row_id, bad));
    end if;
    select needed.name into bad from unnest(rule.needed) with ordinality needed (name, place)
    where given ->> needed.name is null order by needed.place limit 1;
    if bad is not null then
        perform refuse(refusal('needed', tab, row_id, bad));
    end if;
    select one.key into bad
    from jsonb_each(given) one join meta_column known on known.table_name = tab and known.name = one.key
    where not value_fits(known, one.value) order by one.key collate "C" limit 1;
    if bad is not null then
        perform refuse(refusal('value', tab, row_id, bad));
    end if;
end
$$;

-- The field groups that writing these columns touches, in the table's order.
create function groups_of(tab text, names text[]) returns text[] language plpgsql stable as
$$
begin
    return array(
        select g.name from meta_group g
        where g.table_name = tab and g.name in (
            select c.group_name from meta_column c where c.table_name = tab and c.name = any (names)
        )
        order by g.position
    );
end
$$;

create function check_base(groups text[], change jsonb, before jsonb) returns void language plpgsql as
$$
declare
    base constant jsonb :=
        case jsonb_typeof(change -> 'base') when 'object' then change -> 'base' else '{}' end;
    touched text;
begin
    if not (base ?& groups and (select count(*) from jsonb_object_keys(base)) = cardinality(groups)) then
        perform refuse(refusal('base', change ->> 'table', change ->> 'row'));
    end if;
    foreach touched in array groups loop
        if before ->> (touched || '_act') is distinct from base ->> touched then
            perform refuse(
                refusal('changed', change ->> 'table', change ->> 'row', touched, before ->> (touched || '_act'))
            );
        end if;
    end loop;
end
$$;

-- Values of the act, and those that its kind sets.
create function values_of(
    rule meta_allowed, change jsonb, before jsonb, author text, moment timestamptz
) returns jsonb language plpgsql stable as
$$
declare
    given jsonb := change -> 'values';
    name text;
begin
    if before is null then
        given := (select m.defaults from meta_table m where m.name = change ->> 'table') || given;
    end if;
    given := given || rule.fixed;
    foreach name in array rule.authored loop
        given := given || jsonb_build_object(name, author);
    end loop;
    foreach name in array rule.stamps loop
        given := given || jsonb_build_object(
            name,
            case
                when right(name, 6) = '_first' and before ->> name is not null then before -> name
                else to_jsonb(moment)
            end
        );
    end loop;
    return given;
end
$$;

-- A step taken, as a guard sees it: what was written, the row before (JSON's null for an insert) and after.
create function take_change(act_id text, kind text, change jsonb, author text, moment timestamptz)
returns jsonb language plpgsql as
$$
declare
    tab constant text := change ->> 'table';
    row_id constant text := change ->> 'row';
    is_new constant boolean := change ->> 'op' = 'insert';
    rule meta_allowed;
    before jsonb;
    given jsonb;
    written text[];
    groups text[];
    written_group text;
    replaced jsonb;
    after jsonb;
begin
    select m.* into rule from meta_allowed m where m.kind = take_change.kind and table_name = tab and op = change ->> 'op';
    if not found then
        perform refuse(refusal('not_allowed', tab, row_id));
    end if;
    perform check_values(rule, change);
    before := locked_row(tab, row_id);
    if before is null and not is_new then
        perform refuse(refusal('row_missing', tab, row_id));
    elsif before is not null and is_new then
        perform refuse(refusal('row_exists', tab, row_id, null, before ->> 'last_act'));
    end if;
    given := values_of(rule, change, before, author, moment);
    written := array(select jsonb_object_keys(given));
    if is_new then
        groups := array(select name from meta_group where table_name = tab);
    else
        groups := groups_of(tab, written);
        perform check_base(groups, change, before);
        replaced := (select jsonb_object_agg(name, before -> name) from unnest(written) name);
    end if;
    given := given || jsonb_build_object('last_act', act_id);
    foreach written_group in array groups loop
        given := given || jsonb_build_object(written_group || '_act', act_id);
    end loop;
    if is_new then
        after := insert_row(tab, given || jsonb_build_object('id', row_id));
    else
        after := update_row(tab, row_id, given);
    end if;
    return jsonb_build_object(
        'table', tab, 'op', change -> 'op', 'row', row_id, 'written', to_jsonb(written),
        'before', before, 'after', after, 'replaced', coalesce(replaced, '{}')
    );
end
$$;

-- Refuses when a column that was written refers to a row that is not there.
create function check_references(steps jsonb[]) returns void language plpgsql as
$$
declare
    step jsonb;
    col meta_column;
begin
    foreach step in array steps loop
        for col in
            select m.* from meta_column m
            where m.table_name = step ->> 'table' and m.ref is not null
                and step -> 'written' ? m.name and step #>> array['after', m.name] is not null
            order by m.position
        loop
            if row_now(col.ref, step #>> array['after', col.name]) is null then
                perform refuse(refusal('reference', step ->> 'table', step ->> 'row', col.name));
            end if;
        end loop;
    end loop;
end
$$;
