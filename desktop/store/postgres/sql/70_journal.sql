-- How an accepted act lies in the journal: as desktop/store/journal.py has it.

create function said_time(moment timestamptz) returns text language sql stable as
$$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') $$;

-- Values as acts write them: times with microseconds.
create function said_values(tab text, given jsonb) returns jsonb language plpgsql stable as
$$
begin
    return (
        select coalesce(jsonb_object_agg(
            one.key,
            case
                when known.kind = 'time' and one.value <> 'null'
                then to_jsonb(said_time((one.value #>> '{}')::timestamptz))
                else one.value
            end
        ), '{}')
        from jsonb_each(given) one
            left join meta_column known on known.table_name = tab and known.name = one.key
    );
end
$$;

-- The keyed digest of an act's content: two rounds, so that nothing can be appended to it.
create function digest_of(act jsonb) returns bytea language plpgsql stable as
$$
begin
    return (
        select sha256(value || sha256(value || convert_to(act::text, 'UTF8')))
        from secret where name = 'digest'
    );
end
$$;

-- The answer to an act whose id is taken; NULL when it is not.
create function answer_again(act jsonb, author text) returns jsonb language plpgsql as
$$
declare earlier act;
begin
    if act ->> 'id' !~ (setting('uuid_form') #>> '{}') then
        return null;
    end if;
    select a.* into earlier from act a where a.id = (answer_again.act ->> 'id')::uuid;
    if not found then
        return null;
    end if;
    if earlier.digest <> digest_of(answer_again.act) or earlier.author <> answer_again.author then
        return jsonb_build_object('refused', refusal('id_used', null, null, null, earlier.id::text));
    end if;
    return jsonb_build_object(
        'act', earlier.id, 'sequence', earlier.sequence, 'recorded_at', said_time(earlier.recorded_at),
        'numbers', earlier.numbers, 'again', true
    );
end
$$;

create function split_changes(act jsonb, personal_half boolean) returns jsonb language plpgsql stable as
$$
begin
    return (
        select coalesce(jsonb_agg(
            jsonb_build_object(
                'at', place - 1, 'table', c -> 'table', 'op', c -> 'op', 'row', c -> 'row', 'values', c -> 'values'
            ) || case c ->> 'op'
                when 'update' then jsonb_build_object(
                    'base', case jsonb_typeof(c -> 'base') when 'object' then c -> 'base' else '{}' end
                )
                else '{}'
            end
            order by place
        ), '[]')
        from jsonb_array_elements(act -> 'changes') with ordinality changes (c, place)
            join meta_table m on m.name = c ->> 'table' and m.personal = personal_half
    );
end
$$;

create function split_before(steps jsonb[], personal_half boolean) returns jsonb language plpgsql stable as
$$
begin
    return (
        select coalesce(jsonb_agg(
            jsonb_build_object(
                'at', place - 1, 'table', step -> 'table',
                'values', said_values(step ->> 'table', step -> 'replaced')
            )
            order by place
        ), '[]')
        from unnest(steps) with ordinality taken (step, place)
            join meta_table m on m.name = step ->> 'table' and m.personal = personal_half
    );
end
$$;

-- Enters an accepted act and gives its answer. KU002 when another act with its id came first.
create function enter_act(
    act jsonb, author text, now timestamptz, steps jsonb[], subjects subject[], numbers jsonb, excused jsonb
) returns jsonb language plpgsql as
$$
declare
    act_id constant uuid := act ->> 'id';
    personal constant jsonb := split_changes(act, true);
    drawn bigint;
begin
    insert into act as a (
        id, sequence, kind, format, source, author, claimed_by, occurred_at, recorded_at,
        changes, before, numbers, digest, excused
    ) values (
        act_id, nextval('act_sequence'), act ->> 'kind', (act -> 'format')::int, act ->> 'source', author,
        act ->> 'claimed_by', (act ->> 'occurred_at')::timestamptz, now,
        split_changes(act, false), split_before(steps, false), numbers, digest_of(act),
        enter_act.excused
    )
    on conflict (id) do nothing
    returning a.sequence into drawn;
    if drawn is null then
        raise exception using errcode = 'KU002', message = 'the id was taken meanwhile';
    end if;
    if act ->> 'note' is not null or personal <> '[]' then
        insert into act_private (act, note, changes, before)
        values (act_id, act ->> 'note', personal, split_before(steps, true));
    end if;
    insert into act_subject (act, table_name, row_id)
    select act_id, s.table_name, s.row_id from unnest(subjects) s;
    return jsonb_build_object(
        'act', act_id, 'sequence', drawn, 'recorded_at', said_time(now), 'numbers', numbers, 'again', false
    );
end
$$;
