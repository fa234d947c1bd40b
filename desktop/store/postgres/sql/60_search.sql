-- The text by which the look-up finds an incident or a call: as desktop/store/search_index.py makes it.

create function search_body(parts text[]) returns text language plpgsql stable as
$$
begin
    return (
        select coalesce(lower(string_agg(part, E' \n ' order by place)), '')
        from unnest(parts) with ordinality given (part, place) where part <> ''
    );
end
$$;

create function write_search_row(tab text, row_key text, moment timestamptz, text_body text)
returns void language plpgsql as
$$
begin
    insert into search_row as s (table_name, row_id, at, body) values (tab, row_key, moment, text_body)
    on conflict (table_name, row_id) do update set at = excluded.at, body = excluded.body
    where s.body <> excluded.body;
end
$$;

create function index_incidents(ids uuid[]) returns void language plpgsql as
$$
declare letters constant text := (select c.letters from centre c);
begin
    perform write_search_row(
        'incident', i.id::text, i.opened_at,
        search_body(array[
            letters || ' ' || to_char(i.day, 'YYMMDD') || '-' || said.serial
                || ' ' || to_char(i.day, 'DD') || '-' || said.serial,
            i.address, i.landmark, a.name
        ])
    )
    from incident i
        cross join lateral (select lpad(i.serial::text, greatest(3, length(i.serial::text)), '0')) said (serial)
        left join area a on a.id = i.area
    where i.id = any (ids);
end
$$;

create function index_calls(ids uuid[]) returns void language plpgsql as
$$
begin
    perform write_search_row('call', c.id::text, c.answered_at, search_body(array[p.number, p.name, p.narrative]))
    from call c join call_private p on p.id = c.id
    where c.id = any (ids);
end
$$;

-- The texts of the incidents and calls that an act wrote, and of all incidents in areas that it renamed.
create function index_step_rows(steps jsonb[]) returns void language plpgsql as
$$
declare
    step jsonb;
begin
    foreach step in array steps loop
        case step ->> 'table'
            when 'incident' then
                perform index_incidents(array[(step ->> 'row')::uuid]);
            when 'call', 'call_private' then
                perform index_calls(array[(step ->> 'row')::uuid]);
            when 'area' then
                if step ->> 'op' = 'update' then
                    perform index_incidents(array(select i.id from incident i where i.area = step ->> 'row'));
                end if;
            else null;
        end case;
    end loop;
end
$$;
