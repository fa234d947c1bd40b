-- The form of an act: what desktop/domain/form.py and decode() ask of it.
-- Functions that look into tables are in PL/pgSQL here and elsewhere, for it keeps their plans and SQL does not.

-- Settings change only when all functions are made anew: immutable, it is looked up once where a plan is made.
create function setting(wanted text) returns jsonb language plpgsql immutable as
$$ begin return (select value from meta_setting where name = wanted); end $$;

-- Said to be no more than jsonb_build_object is: else a call of it is not put into its caller's plan.
create function refusal(
    code text, tab text default null, row_id text default null, col text default null, act text default null
) returns jsonb language sql stable as
$$ select jsonb_build_object('code', code, 'table', tab, 'row', row_id, 'column', col, 'act', act) $$;

create function refuse(what jsonb) returns void language plpgsql as
$$
begin
    raise exception using errcode = 'KU001', message = what::text;
end
$$;

create function is_date(given text) returns boolean language plpgsql stable as
$$
begin
    if given !~ ('^' || (setting('date_form') #>> '{}') || '$') then
        return false;
    end if;
    return right(given, 2)::int
        <= extract(day from (left(given, 8) || '01')::date + interval '1 month' - interval '1 day');
end
$$;

create function is_time(given text) returns boolean language plpgsql stable as
$$
begin
    if given !~ ('^' || (setting('time_form') #>> '{}') || '$') or not is_date(left(given, 10)) then
        return false;
    end if;
    return given::timestamptz
        between (setting('first_moment') #>> '{}')::timestamptz and (setting('last_moment') #>> '{}')::timestamptz;
end
$$;

create function has_kind(kind text, given jsonb) returns boolean language plpgsql stable as
$$
begin
    case kind
        when 'text', 'uuid' then return jsonb_typeof(given) = 'string';
        when 'integer' then return jsonb_typeof(given) = 'number' and given::text ~ '^-?[0-9]+$';
        when 'real' then return jsonb_typeof(given) = 'number';
        when 'boolean' then return jsonb_typeof(given) = 'boolean';
        when 'time' then return jsonb_typeof(given) = 'string' and is_time(given #>> '{}');
        when 'date' then
            return jsonb_typeof(given) = 'string'
                and is_date(given #>> '{}')
                and (given #>> '{}')::date
                    between (setting('first_moment') #>> '{}')::timestamptz::date
                    and (setting('last_moment') #>> '{}')::timestamptz::date;
        when 'json' then return jsonb_typeof(given) = 'object';
    end case;
end
$$;

-- What no value may hold: containers deeper than form.DEPTH_LIMIT, numbers beyond form.NUMBER_LIMIT.
create function is_unsayable(given jsonb) returns boolean language plpgsql stable as
$$
begin
    return case
        when jsonb_typeof(given) in ('object', 'array') then
            given @? (setting('deep_path') #>> '{}')::jsonpath or given @? (setting('number_path') #>> '{}')::jsonpath
        when jsonb_typeof(given) = 'number' then given @? (setting('number_path') #>> '{}')::jsonpath
        else false
    end;
end
$$;

create function is_change(change jsonb) returns boolean language plpgsql stable as
$$
begin
    return jsonb_typeof(change) = 'object'
        and jsonb_typeof(change -> 'table') = 'string'
        and jsonb_typeof(change -> 'op') = 'string'
        and change ->> 'op' in ('insert', 'update')
        and jsonb_typeof(change -> 'row') = 'string'
        and jsonb_typeof(change -> 'values') = 'object'
        and coalesce(jsonb_typeof(change -> 'base'), 'null') in ('object', 'null')
        and not exists (
            select from jsonb_each(case jsonb_typeof(change -> 'base') when 'object' then change -> 'base' else '{}' end)
            where jsonb_typeof(value) not in ('string', 'null')
        );
end
$$;

create function unfit_head(act jsonb) returns text language plpgsql stable as
$$
begin
    return case
        when coalesce(jsonb_typeof(act -> 'id') <> 'string', true) then 'id'
        when coalesce(jsonb_typeof(act -> 'kind') <> 'string', true) then 'kind'
        when coalesce(jsonb_typeof(act -> 'note'), 'null') not in ('string', 'null') then 'note'
        when coalesce(jsonb_typeof(act -> 'claimed_by'), 'null') not in ('string', 'null')
            or char_length(act ->> 'claimed_by') > (setting('claim_limit'))::int then 'claimed_by'
        when coalesce(jsonb_typeof(act -> 'occurred_at'), 'null') <> 'null'
            and not has_kind('time', act -> 'occurred_at') then 'occurred_at'
        when coalesce(jsonb_typeof(act -> 'source') <> 'string', true)
            or not setting('sources') ? (act ->> 'source') then 'source'
        when coalesce(jsonb_typeof(act -> 'changes') <> 'array', true) then 'changes'
    end;
end
$$;

-- NULL for an act that is fit to be judged.
create function unfit(act jsonb) returns jsonb language plpgsql stable as
$$
declare
    bad text;
    change jsonb;
begin
    if act is null or jsonb_typeof(act) <> 'object' then
        return refusal('form');
    end if;
    if (act -> 'format') is distinct from setting('format') then
        return refusal('format');
    end if;
    bad := unfit_head(act);
    if bad is not null then
        return refusal('form', null, null, bad);
    end if;
    for change in select value from jsonb_array_elements(act -> 'changes') loop
        if not is_change(change) then
            return refusal('form');
        end if;
        select given.key into bad
        from jsonb_each(change -> 'values') given
            left join meta_column known on known.table_name = change ->> 'table' and known.name = given.key
        where given.value <> 'null'
            and (is_unsayable(given.value) or (known.name is not null and not has_kind(known.kind, given.value)))
        order by given.key collate "C"
        limit 1;
        if bad is not null then
            return refusal('form', change ->> 'table', change ->> 'row', bad);
        end if;
    end loop;
    return null;
end
$$;
