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
    return null;
end
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
begin
    for erased in
        select c ->> 'table' as tab, m.parent, c ->> 'row' as row_key
        from jsonb_array_elements(act -> 'changes') with ordinality changes (c, place)
            join meta_table m on m.name = c ->> 'table'
        order by place
    loop
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
            update access_log l set subject = l.id::text where l.call = erased.row_key::uuid;
        end if;
    end loop;
end
$$;
