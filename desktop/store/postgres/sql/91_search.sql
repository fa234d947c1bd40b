-- The look-up and a number's history. Texts are personal: they are found for those whose role may read them, without
-- those of restricted incidents that they may not read, and each look is written down.

-- Nobody looks up so much in a minute: more would fill the log. What was kept while cut off, and is told at once, is counted
-- by itself: who tells it can look up.
create function bound_looks(claimed boolean) returns void language plpgsql as
$$
begin
    if (
        select count(*) from access_log l
        where l.at > clock_timestamp() - interval '1 minute' and l.operator = session_user
            and (l.claimed_at is not null) = bound_looks.claimed
    ) >= 1000 then
        raise exception 'too many looks at once' using errcode = 'lock_not_available';
    end if;
end
$$;

-- A look that is repeated within ten minutes, as with every letter typed, is one.
create function log_search(looked_at text, asked text) returns void language plpgsql as
$$
begin
    if not exists (
        select from access_log l
        where l.at > clock_timestamp() - interval '10 minutes' and l.operator = session_user
            and l.what = looked_at and l.subject = left(asked, 200)
    ) then
        perform bound_looks(claimed => false);
        perform log_look(looked_at, array[left(asked, 200)]);
    end if;
end
$$;

create function reads_text(found_row search_row) returns boolean language plpgsql stable as
$$
begin
    return reads_incident(case found_row.table_name
        when 'incident' then found_row.row_id::uuid
        else incident_of_call(found_row.row_id)::uuid
    end);
end
$$;

-- A pattern for a word that begins so. What may stand before it is as in desktop/store/word_starts.py.
create function word_start(word text) returns text language sql immutable as
$$
    select E'(^|[ \n\t!"#$%&''()*+,./:;<=>?@[\\\\\\]^`{|}~\u00a0-])' || regexp_replace(word, '([^[:alnum:]])', '\\\1', 'g')
$$;

-- The condition for a term: it stands anywhere in the text, or, with a space before it, at the beginning of a word. Long
-- numbers begin alike, and what all have costs the index most: it is asked for the rest of them.
create function text_has(term text) returns text language sql immutable as
$$
    select case
        when term ~ '^[0-9]{9,}$' then
            format('s.body like %L and position(%L in s.body) > 0', '%' || substr(term, 4) || '%', term)
        when term like ' %' then format('s.body ~ %L', word_start(btrim(term)))
        else format('s.body like %L', '%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%')
    end
$$;

-- The newest texts that have all the terms, before a row of the index. The terms stand in the statement itself: only
-- so is the index of trigrams taken for rare ones and left for frequent ones. How frequent words are together, as a street
-- and a number, no statistics know, so the newest texts tell: they are gone through, and as long as a tenth of what is
-- wanted was among them ten times as many, else all by the index. One letter at the beginning of a word is too frequent
-- for it: texts with the others are gone through, twenty pages at most.
create function texts_with(terms text[], before bigint, most int) returns setof search_row language plpgsql
set enable_bitmapscan = on -- what is set below ends with the function
as
$$
declare
    found_row search_row;
    page int;
    pages int := 0;
    given int := 0;
    fitting int := 0; -- of those since `low`
    width bigint := 5000;
    low bigint;
    wanted constant text := (
        select string_agg(text_has(term), ' and ') from unnest(terms[1:8]) term where char_length(term) >= 3
    );
    letter constant text := (
        select word_start(btrim(term)) from unnest(terms[1:8]) term where term like ' _' limit 1
    );
begin
    if wanted is null then
        return;
    end if;
    before := coalesce(before, (select max(s.id) + 1 from search_row s), 0);
    low := before - width;
    loop
        page := 0;
        perform set_config('enable_bitmapscan', case when low > 0 then 'off' else 'on' end, true);
        for found_row in execute format(
            'select s.* from search_row s where %s and s.id < %s and s.id >= %s order by s.id desc limit %s',
            wanted, before, low, most
        ) loop
            page := page + 1;
            before := found_row.id;
            continue when found_row.body !~ letter;
            if reads_text(found_row) then
                return next found_row;
                given := given + 1;
                exit when given = most;
            end if;
        end loop;
        pages := pages + 1;
        fitting := fitting + page;
        exit when given = most or (letter is not null and pages = 20);
        if page < most then
            exit when low <= 0;
            before := low;
            width := case when fitting * 10 >= most then width * 10 else before end;
            low := greatest(before - width, 0);
            fitting := 0;
        end if;
    end loop;
end
$$;

create function search_page(terms text[], before bigint, most int) returns setof search_row language plpgsql
security definer set search_path = kulkul, pg_temp set standard_conforming_strings = on
as
$$
begin
    if reads_personal() then
        perform log_search('search', array_to_string(terms, ' '));
        return query select * from texts_with(terms, before, least(most, 100));
    end if;
end
$$;

-- All texts of the incidents to which the newest texts with a term belong, and of their calls.
create function search_around(term text, most int) returns setof search_row language plpgsql
security definer set search_path = kulkul, pg_temp set standard_conforming_strings = on
as
$$
declare incidents uuid[];
begin
    if not reads_personal() then
        return;
    end if;
    perform log_search('search', term);
    incidents := array(
        select distinct case s.table_name
            when 'incident' then s.row_id::uuid
            else incident_of_call(s.row_id)::uuid
        end
        from texts_with(array[term], null, least(most, 100)) s
    );
    return query
        select s.* from search_row s where s.table_name = 'incident' and s.row_id = any (incidents::text[])
        union all
        select s.* from search_row s where s.table_name = 'call' and s.row_id = any (
            array(select c.id::text from call c where c.incident = any (incidents) limit 2000)
        );
end
$$;

-- What callers said, for the lines under what was found.
create function search_narratives(calls uuid[]) returns table (id uuid, narrative text) language plpgsql
security definer set search_path = kulkul, pg_temp
as
$$
begin
    if not reads_personal() or cardinality(calls) = 0 then
        return;
    end if;
    perform log_look('search_narratives', array[cardinality(calls)::text]);
    return query
        select p.id, p.narrative::text from call_private p join call c on c.id = p.id
        where p.id = any (calls[1:1000]) and reads_incident(c.incident);
end
$$;

-- The calls of a number in its normal form, without those about restricted incidents that who asks may not read.
-- `asked_in`: the call in which somebody looks.
create function calls_of_number(wanted text, asked_in uuid) returns table (id uuid) language plpgsql
security definer set search_path = kulkul, pg_temp
as
$$
begin
    if not reads_personal() then
        return;
    end if;
    if asked_in is null then
        perform log_search('number_history', wanted);
    else
        perform log_own_look('number_history', wanted, asked_in);
    end if;
    return query
        select p.id from call_private p join call c on c.id = p.id
        where p.number = wanted and reads_incident(c.incident);
end
$$;

-- How many calls of a number calls_of_number() leaves out. It takes no call out: by what is left one could tell whose
-- number it is.
create function calls_hidden_of_number(wanted text, asked_in uuid) returns int language plpgsql
security definer set search_path = kulkul, pg_temp
as
$$
begin
    if not reads_personal() then
        return 0;
    end if;
    if asked_in is null then
        perform log_search('number_history', wanted);
    else
        perform log_own_look('number_history', wanted, asked_in);
    end if;
    return (
        select count(*) from call_private p join call c on c.id = p.id
        where p.number = wanted and not reads_incident(c.incident)
    );
end
$$;

-- Writes down a look of who signed in: once for each call, kind of look and subject; each one outside a call. Where
-- somebody else had looked at the same in that call before, it stands outside the call.
create function log_own_look(looked_at text, about text, asked_in uuid) returns void language plpgsql
security definer set search_path = kulkul, pg_temp
as
$$
begin
    if not holds_role(array(select jsonb_array_elements_text(setting('roles')))) then
        return;
    end if;
    perform bound_looks(claimed => false);
    insert into access_log (id, at, operator, what, subject, call)
    values (gen_random_uuid(), clock_timestamp(), session_user, left(looked_at, 40), left(about, 200), asked_in)
    on conflict (call, what, subject) do nothing;
    if not found and not exists (
        select from access_log l
        where l.call = asked_in and l.what = left(looked_at, 40) and l.subject = left(about, 200)
            and l.operator = session_user
    ) then
        perform log_search(left(looked_at, 40), about);
    end if;
end
$$;

-- Writes down looks that were made while a desk was cut off: who signed in tells them, the time and another operator are
-- claimed. What was erased meanwhile is not named again; what somebody else had looked at in the same call stands outside
-- it. Not more than a desk ever has at once.
create function log_kept_looks(looks jsonb) returns void language plpgsql
security definer set search_path = kulkul, pg_temp set timezone = 'UTC'
as
$$
declare
    now constant timestamptz := clock_timestamp();
begin
    if not holds_role(array(select jsonb_array_elements_text(setting('roles')))) then
        return;
    end if;
    if jsonb_array_length(looks) > 200 then
        raise exception 'too many looks at once' using errcode = 'lock_not_available';
    end if;
    perform bound_looks(claimed => true);
    insert into access_log (id, at, operator, what, subject, call, claimed_at, claimed_by)
    select told.id, now, session_user, left(told.what, 40),
        case when erased.id is null then left(told.subject, 200) else told.id::text end,
        case when not exists (
            select from access_log l
            where l.call = told.call and l.what = left(told.what, 40) and l.subject = left(told.subject, 200)
                and coalesce(l.claimed_by, l.operator) <> coalesce(told.operator, session_user)
        ) then told.call end,
        least(greatest(told.at, now - (setting('earliest') #>> '{}')::interval), now),
        nullif(left(told.operator, 64), session_user)
    from jsonb_to_recordset(looks) told(id uuid, at timestamptz, operator text, what text, subject text, call uuid)
        left join call_private erased on erased.id = told.call and erased.erased_at is not null
    on conflict do nothing;
end
$$;

-- Who looked at what, newest first, for those who watch over it.
create function read_looks(before timestamptz, most int) returns setof access_log language plpgsql stable
security definer set search_path = kulkul, pg_temp
as
$$
begin
    if holds_role('{supervisor,auditor}') then
        return query select l.* from access_log l where l.at < before order by l.at desc limit least(most, 1000);
    end if;
end
$$;
