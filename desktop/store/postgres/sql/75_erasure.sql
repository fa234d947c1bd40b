-- Emptying what is personal, as in desktop/store/erasure.py, and the guard of it, as in desktop/domain/guards.py.

create function erased_is_over(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'call_private') loop
        if exists (
            select from call c left join incident i on i.id = c.incident
            where c.id = (step ->> 'row')::uuid
                and (c.ended_at is null or (i.id is not null and is_open(to_jsonb(i))))
        ) then
            return refusal('erased_is_over', 'call', step ->> 'row');
        end if;
    end loop;
    for step in select * from steps_of(act_view, 'incident_private') loop
        if exists (select from incident i where i.id = (step ->> 'row')::uuid and is_open(to_jsonb(i))) then
            return refusal('erased_is_over', 'incident', step ->> 'row');
        end if;
    end loop;
    for step in select * from steps_of(act_view, 'place_warning_private') loop
        if exists (select from place_warning w where w.id = (step ->> 'row')::uuid and w.state <> 'withdrawn') then
            return refusal('erased_is_over', 'place_warning', step ->> 'row');
        end if;
    end loop;
    for step in select * from steps_of(act_view, 'memo_private') loop
        if exists (select from memo m where m.id = (step ->> 'row')::uuid and m.state = 'open') then
            return refusal('erased_is_over', 'memo', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

create function note_erasable(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    about uuid[];
    opened uuid;
begin
    for step in select * from steps_of(act_view, 'erased_note') loop
        about := incidents_of_act((step ->> 'row')::uuid);
        if not exists (
            select from act_private p join act a on a.id = p.act
            where p.act = (step ->> 'row')::uuid and p.note is not null and a.kind <> 'personal.erased'
        )
            or (becomes(step, 'incident') is null) <> (cardinality(about) = 0)
            or (becomes(step, 'incident') is not null and becomes(step, 'incident')::uuid <> all (about))
        then
            return refusal('note_erasable', 'erased_note', step ->> 'row');
        end if;
        select i.id into opened from incident i where i.id = any (about) and is_open(to_jsonb(i)) order by i.id limit 1;
        if found then
            return refusal('erased_is_over', 'incident', opened::text);
        end if;
    end loop;
    return null;
end
$$;

create function incidents_of_act(act_id uuid) returns uuid[] language sql stable as
$$
    select array(
        select s.row_id::uuid from act_subject s where s.act = act_id and s.table_name = 'incident' order by 1
    )
$$;

-- Where in an act's personal changes a row is written.
create function places_of(items jsonb, tab text, row_key text) returns int[] language sql immutable as
$$
    select array(
        select (item ->> 'at')::int from jsonb_array_elements(items) item
        where item ->> 'table' = tab and item ->> 'row' = row_key
    )
$$;

-- The items with empty values at these places; the names of the columns stay.
create function emptied(items jsonb, places int[]) returns jsonb language plpgsql immutable as
$$
begin
    return (
        select coalesce(jsonb_agg(
            case when (item ->> 'at')::int = any (places)
                then jsonb_set(item, '{values}', (
                    select coalesce(jsonb_object_agg(
                        one.key, case when one.key = 'erased_at' then one.value else 'null' end
                    ), '{}')
                    from jsonb_each(item -> 'values') one
                ))
                else item
            end
            order by place
        ), '[]')
        from jsonb_array_elements(items) with ordinality given (item, place)
    );
end
$$;

create function empty_halves(act jsonb, now timestamptz) returns void language plpgsql as
$$
declare
    erased record;
    numbers text[];
begin
    update act_private p set note = null, erased_at = empty_halves.now
    where p.act in (
        select (c ->> 'row')::uuid from jsonb_array_elements(empty_halves.act -> 'changes') c
        where c ->> 'table' = 'erased_note'
    );
    for erased in
        select c ->> 'table' as tab, m.parent, c ->> 'row' as row_key
        from jsonb_array_elements(act -> 'changes') with ordinality changes (c, place)
            join meta_table m on m.name = c ->> 'table'
        where m.personal
        order by place
    loop
        numbers := array(
            select distinct ltrim(item -> 'values' ->> 'number', '+')
            from act_subject s join act_private p on p.act = s.act, jsonb_array_elements(p.changes || p.before) item
            where s.table_name = erased.parent and s.row_id = erased.row_key and erased.parent = 'call'
                and (item ->> 'at')::int = any (places_of(p.changes, erased.tab, erased.row_key))
        );
        update act_private p
        set note = case when a.kind = 'personal.erased' then p.note end,
            changes = emptied(p.changes, places_of(p.changes, erased.tab, erased.row_key)),
            before = emptied(p.before, places_of(p.changes, erased.tab, erased.row_key)),
            erased_at = empty_halves.now
        from act a
        where a.id = p.act
            and exists (
                select from act_subject s
                where s.act = p.act and s.table_name = erased.parent and s.row_id = erased.row_key
            )
            and (
                cardinality(places_of(p.changes, erased.tab, erased.row_key)) > 0
                or (p.note is not null and a.kind <> 'personal.erased')
            );
        if erased.parent = 'call' then
            -- Also looks outside this call name the numbers that it ever had.
            update access_log l set subject = l.id::text
            where l.call = erased.row_key::uuid or exists (
                select from unnest(numbers) number
                where char_length(number) >= 6 and position(number in l.subject) > 0
            );
        end if;
    end loop;
end
$$;

-- The calls of a number, and what can be erased for some calls, warnings and memos, as desktop/store/queries_erasure.py has it: ids, and the
-- acts that wrote the rows last, never a value. For those who erase; an administrator may read no caller's data. Null for
-- others. The log has the calls, not the number: that is to be gone.
create function may_erase() returns boolean language plpgsql stable as
$$
begin
    return holds_role((select m.roles from meta_kind m where m.name = 'personal.erased'));
end
$$;

create function erasable_calls(wanted text) returns uuid[] language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare found_calls uuid[];
begin
    if not may_erase() then
        return null;
    end if;
    found_calls := array(select p.id from call_private p where p.number = wanted order by p.id);
    perform log_look('erasure', found_calls::text[]);
    return found_calls;
end
$$;

create function erasable(calls uuid[]) returns jsonb language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare
    over_calls uuid[];
    over_incidents uuid[];
    about_memos uuid[];
begin
    if not may_erase() then
        return null;
    end if;
    over_calls := array(
        select c.id from call c left join incident i on i.id = c.incident
        where c.id = any (calls) and c.ended_at is not null and (i.id is null or not is_open(to_jsonb(i)))
    );
    over_incidents := array(
        with recursive found (id) as (
            select c.incident from call c where c.id = any (over_calls) and c.incident is not null
            union
            select i.id from incident i join found f on i.merged_into = f.id
        )
        select f.id from found f
    );
    about_memos := array(
        select m.id from memo m where m.id = any (calls) or m.incident = any (over_incidents)
    );
    return rows_told(
        jsonb_build_object(
            'call_private', to_jsonb(over_calls), 'incident_private', to_jsonb(over_incidents),
            'place_warning_private', to_jsonb(calls), 'memo_private', to_jsonb(about_memos),
            'crew_sign_private', to_jsonb(calls), 'handover_private', to_jsonb(calls)
        ),
        array(
            select c.id::text from call c where c.id = any (calls) and c.id <> all (over_calls)
            union all
            select w.id::text from place_warning w where w.id = any (calls) and w.state <> 'withdrawn'
            union all
            select m.id::text from memo m where m.id = any (about_memos) and m.state = 'open'
        )
    );
end
$$;

-- The crews and hand-overs in which somebody is named, by id; null for who may not erase.
create function erasable_named(wanted text) returns uuid[] language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare found_rows uuid[];
begin
    if not may_erase() then
        return null;
    end if;
    found_rows := array(
        select p.id from crew_sign_private p where position(lower(wanted) in lower(p.names)) > 0
        union all
        select p.id from handover_private p
        where position(lower(wanted) in lower(coalesce(p.watch, '') || coalesce(p.page::text, ''))) > 0
    );
    perform log_look('erasure', found_rows::text[]);
    return found_rows;
end
$$;

-- The form by which a number is found in a text however it is spelt, as in desktop/store/queries_erasure.py.
create function number_form(wanted text) returns text language sql immutable as
$$
    select '(?<![0-9])'
        || case when digits ~ '^0' then '(\+?62' || apart || '0?|0)?' else '' end
        || regexp_replace(regexp_replace(digits, '^0', ''), '(.)(?=.)', '\1' || apart, 'g')
        || '(?![0-9])'
    from (select ltrim(wanted, '+') as digits, '[^0-9A-Za-z",:]{0,3}' as apart) known
$$;

-- What can be erased because a number stands in it or once stood, as erasable() tells it, and notes: the act of each,
-- and an incident that it is about.
create function erasable_holding(wanted text) returns jsonb language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare
    form constant text := number_form(wanted);
    held jsonb;
    busy text[];
    told jsonb;
begin
    if not may_erase() then
        return null;
    end if;
    if wanted !~ '^[+]?[0-9]{6,20}$' then
        raise exception 'that is no telephone number' using errcode = 'invalid_parameter_value';
    end if;
    select coalesce(jsonb_object_agg(one.tab, one.ids), '{}') into held from (
        select item ->> 'table' as tab, jsonb_agg(distinct item ->> 'row') as ids
        from act_private p, jsonb_array_elements(p.changes) item
        where p.changes::text ~ form and (item -> 'values')::text ~ form
        group by 1
        union all
        select 'erased_note', jsonb_agg(p.act)
        from act_private p join act a on a.id = p.act
        where a.kind <> 'personal.erased' and to_jsonb(p.note)::text ~ form
        having count(*) > 0
    ) one;
    busy := array(
        select c.id::text from call c left join incident i on i.id = c.incident
        where held -> 'call_private' ? c.id::text
            and (c.ended_at is null or (i.id is not null and is_open(to_jsonb(i))))
        union all
        select i.id::text from incident i where held -> 'incident_private' ? i.id::text and is_open(to_jsonb(i))
        union all
        select w.id::text from place_warning w
        where held -> 'place_warning_private' ? w.id::text and w.state <> 'withdrawn'
        union all
        select m.id::text from memo m where held -> 'memo_private' ? m.id::text and m.state = 'open'
        union all
        select note from jsonb_array_elements_text(held -> 'erased_note') note
        where exists (
            select from incident i where i.id = any (incidents_of_act(note::uuid)) and is_open(to_jsonb(i))
        )
    );
    told := rows_told(held, busy) || jsonb_build_object('standing', (
        select count(distinct (item ->> 'table', item ->> 'row'))
        from act a, jsonb_array_elements(a.changes) item
        where a.changes::text ~ form and (item -> 'values')::text ~ form
    ));
    perform log_look('erasure', array(select jsonb_object_keys(told -> 'calls')));
    return told;
end
$$;

-- The rows of personal tables named by table in held, but for the busy ones, without their values.
create function rows_told(held jsonb, busy text[]) returns jsonb language sql stable as
$$
    select jsonb_build_object(
        'calls', (
            select coalesce(jsonb_object_agg(p.id, to_jsonb(p) - array['number', 'name', 'narrative']), '{}')
            from call_private p where held -> 'call_private' ? p.id::text and p.id::text <> all (busy)
        ),
        'incidents', (
            select coalesce(jsonb_object_agg(p.id, to_jsonb(p) - 'patient'), '{}')
            from incident_private p where held -> 'incident_private' ? p.id::text and p.id::text <> all (busy)
        ),
        'warnings', (
            select coalesce(jsonb_object_agg(p.id, to_jsonb(p) - array['text', 'source']), '{}')
            from place_warning_private p
            where held -> 'place_warning_private' ? p.id::text and p.id::text <> all (busy)
        ),
        'memos', (
            select coalesce(jsonb_object_agg(p.id, to_jsonb(p) - 'text'), '{}')
            from memo_private p where held -> 'memo_private' ? p.id::text and p.id::text <> all (busy)
        ),
        'others', (
            select coalesce(jsonb_object_agg(one.id, one.row), '{}') from (
                select p.id::text, jsonb_build_object('crew_sign_private', to_jsonb(p) - 'names') as row
                from crew_sign_private p where held -> 'crew_sign_private' ? p.id::text
                union all
                select p.id::text, jsonb_build_object('handover_private', to_jsonb(p) - array['page', 'watch'])
                from handover_private p where held -> 'handover_private' ? p.id::text
                union all
                select p.id, jsonb_build_object('contact_private', to_jsonb(p) - array['person', 'numbers'])
                from contact_private p where held -> 'contact_private' ? p.id
            ) one
        ),
        'notes', (
            select coalesce(jsonb_object_agg(note, (incidents_of_act(note::uuid))[1]), '{}')
            from jsonb_array_elements_text(held -> 'erased_note') note where note <> all (busy)
        ),
        'running', to_jsonb(busy)
    )
$$;
