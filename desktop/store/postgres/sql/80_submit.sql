-- submit(act): the only way to write. Steps, and codes of refusal in their order, as in desktop/domain/apply.py.

-- The centre's time: the exercise's clock where one is set.
create function centre_now() returns timestamptz language plpgsql volatile as
$$
declare
    real_now constant timestamptz := clock_timestamp();
    set_clock clock;
    passed double precision;
begin
    select c.* into set_clock from clock c where c.id = setting('clock_id') #>> '{}';
    if set_clock.anchor_real is null or set_clock.anchor_training is null then
        return real_now;
    end if;
    passed := extract(epoch from real_now - set_clock.anchor_real)::double precision * set_clock.rate;
    passed := least(
        greatest(
            passed,
            extract(epoch from (setting('first_moment') #>> '{}')::timestamptz - set_clock.anchor_training)
        ),
        extract(epoch from (setting('last_moment') #>> '{}')::timestamptz - set_clock.anchor_training)
    );
    return set_clock.anchor_training + passed * interval '1 second';
end
$$;

create function check_act(act jsonb, rules meta_kind, roles text[], now timestamptz) returns void language plpgsql as
$$
declare
    note constant text := act ->> 'note';
    bad text;
begin
    if not rules.roles && roles then
        perform refuse(refusal('role'));
    end if;
    if (rules.note = 'required' and btrim(coalesce(note, ''), setting('blanks') #>> '{}') = '')
        or (rules.note = 'none' and note is not null)
        or char_length(note) > setting('note_limit')::int
    then
        perform refuse(refusal('note'));
    end if;
    if (act ->> 'occurred_at')::timestamptz not between
        now - (setting('earliest') #>> '{}')::interval and now + (setting('latest') #>> '{}')::interval
    then
        perform refuse(refusal('time'));
    end if;
    if act ->> 'id' !~ (setting('uuid_form') #>> '{}') then
        perform refuse(refusal('id'));
    end if;
    select m.table_name into bad
    from meta_allowed m
    where m.kind = rules.name and (
        select count(*) from jsonb_array_elements(act -> 'changes') c
        where c ->> 'table' = m.table_name and c ->> 'op' = m.op
    ) not between m.at_least and m.at_most
    order by m.position limit 1;
    if bad is not null then
        perform refuse(refusal('count', bad));
    end if;
    if jsonb_array_length(act -> 'changes') = 0 then
        perform refuse(refusal('count'));
    end if;
end
$$;

-- What a guard says of an act. Called by name, each would be planned anew for each act.
do $make$
begin
    execute 'create function judge(guard text, act_view jsonb) returns jsonb language plpgsql as $$ begin ' || (
        select by_name(
            'guard', array_agg(g order by g collate "C"),
            array_agg(format('return %I(act_view);', g) order by g collate "C")
        )
        from (select distinct unnest(m.guards) from meta_kind m) guards (g)
    ) || 'raise exception using message = ''no such guard: '' || guard; end $$';
end
$make$;
drop function by_name(text, text[], text[]);

-- Raises the refusal of the first guard that does not let the act pass; gives those that excuse it, null for none.
create function check_guards(
    act jsonb, rules meta_kind, roles text[], author text, now timestamptz, steps jsonb[], subjects subject[]
) returns jsonb language plpgsql as
$$
declare
    excused jsonb;
    act_view jsonb;
    guard text;
    found_refusal jsonb;
begin
    if cardinality(rules.guards) = 0 then
        return null;
    end if;
    act_view := jsonb_build_object(
        'act', act -> 'id', 'note', act -> 'note', 'source', act -> 'source', 'roles', to_jsonb(roles),
        'author', author, 'claimed_by', act -> 'claimed_by',
        'training', (select training from centre), 'now', now,
        'moment', coalesce((act ->> 'occurred_at')::timestamptz, now), 'steps', to_jsonb(steps),
        'subjects', (select coalesce(jsonb_agg(jsonb_build_array(s.table_name, s.row_id)), '[]') from unnest(subjects) s)
    );
    foreach guard in array rules.guards loop
        found_refusal := judge(guard, act_view);
        if found_refusal is not null then
            if not coalesce(setting('excused') -> guard ? (act ->> 'source'), false) then
                perform refuse(found_refusal);
            end if;
            excused := coalesce(excused, '[]') || to_jsonb(guard);
        end if;
    end loop;
    return excused;
end
$$;

-- The serial that was said of an incident when a server that is gone gave it; null where it is not of that day, or so
-- far beyond those given that nobody can have said it. It is free where no incident has it, and none was spoken of by it.
create function said_serial(incident_id text, today date) returns int language plpgsql stable as
$$
declare
    said constant jsonb := nullif(current_setting('kulkul.said', true), '')::jsonb -> incident_id;
    serial_said constant int := (said ->> 1)::int;
begin
    if said ->> 0 = today::text and serial_said >= 1
        and serial_said <= coalesce((select s.last from serial s where s.day = today), 0) + 1000
        and not exists (select from incident i where i.day = today and i.serial = serial_said)
        and not exists (
            select from incident_alias a join centre c on a.number = c.letters || ' ' || to_char(today, 'YYMMDD') || '-'
                || lpad(serial_said::text, greatest(3, length(serial_said::text)), '0')
            where a.incident <> incident_id::uuid
        )
    then
        return serial_said;
    end if;
    return null;
end
$$;

-- Numbers for the incidents that the act made: those that were said of them, else the next serials of the city's day.
create function draw_numbers(steps jsonb[], moment timestamptz) returns jsonb language plpgsql as
$$
declare
    step jsonb;
    today constant date := (moment at time zone (select zone_name from centre))::date;
    drawn int;
    numbers jsonb := '{}';
begin
    foreach step in array steps loop
        if step ->> 'table' = 'incident' and step ->> 'op' = 'insert' then
            drawn := said_serial(step ->> 'row', today);
            if drawn is not null then
                insert into serial as s (day, last) values (today, drawn)
                on conflict (day) do update set last = greatest(s.last, excluded.last);
            else
                insert into serial as s (day, last) values (today, 1)
                on conflict (day) do update set last = s.last + 1 returning s.last into drawn;
            end if;
            update incident i set day = today, serial = drawn where i.id = (step ->> 'row')::uuid;
            numbers := numbers || jsonb_build_object(step ->> 'row', jsonb_build_array(today, drawn));
        end if;
    end loop;
    return numbers;
end
$$;

-- Judges an act that is fit and new, and writes it; raises KU001 with a refusal.
create function write_act(act jsonb, rules meta_kind, roles text[], author text) returns jsonb language plpgsql as
$$
declare
    now constant timestamptz := centre_now();
    moment constant timestamptz := coalesce((act ->> 'occurred_at')::timestamptz, now);
    change jsonb;
    known meta_table;
    step jsonb;
    steps jsonb[] := '{}';
    subjects subject[] := '{}';
    excused jsonb;
    answer jsonb;
begin
    perform check_act(act, rules, roles, now);
    perform lock_subjects(act -> 'changes');
    for change in select value from jsonb_array_elements(act -> 'changes') loop
        step := take_change(act ->> 'id', rules.name, change, author, moment);
        steps := steps || step;
        select m.* into known from meta_table m where m.name = change ->> 'table';
        subjects := subjects || subjects_of(known, change ->> 'row', step -> 'before', step -> 'after');
    end loop;
    subjects := array(select distinct s from unnest(subjects) s);
    perform check_references(steps);
    excused := check_guards(act, rules, roles, author, now, steps, subjects);
    answer := enter_act(act, author, now, steps, subjects, draw_numbers(steps, moment), excused);
    perform touch_subjects(subjects, act ->> 'id');
    if rules.name = 'personal.erased' then
        perform empty_halves(act, now);
    end if;
    perform index_step_rows(steps);
    set constraints all immediate;
    perform pg_notify(setting('channel') #>> '{}', act ->> 'id');
    return answer;
end
$$;

-- Whether the author has written as many acts in the last minute as a person and his desk ever do: 20 a second, and
-- fewer of a kind that may be large. Not in training, where an evening is played as fast as can be.
create function floods(author text, rules meta_kind) returns boolean language plpgsql stable as
$$
declare
    is_large constant boolean := rules.max_size > setting('act_size')::int;
    most constant int := setting('acts_a_minute')::int;
    most_large constant int := setting('large_acts_a_minute')::int;
begin
    return not (select c.training from centre c) and (
        select count(*) >= most or (is_large and count(*) filter (where lately.kind = rules.name) >= most_large) from (
            select a.kind from act a
            where a.author = floods.author and a.recorded_at > clock_timestamp() - interval '1 minute'
            limit most
        ) lately
    );
end
$$;

-- submit() in the name of an author whom the caller answers for: the installer's, and nobody else's to execute.
create function submit_as(author text, roles text[], act jsonb) returns jsonb language plpgsql
set search_path = kulkul, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1
set standard_conforming_strings = on set transform_null_equals = off set lock_timeout = '2s'
as
$$
declare
    rules meta_kind;
    answer jsonb := unfit(act);
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'acts are written in a transaction that sees what others committed'
            using errcode = 'invalid_transaction_state';
    end if;
    if answer is not null then
        return jsonb_build_object('refused', answer);
    end if;
    select m.* into rules from meta_kind m where m.name = act ->> 'kind';
    if octet_length(convert_to(act::text, 'UTF8')) > rules.max_size then
        return jsonb_build_object('refused', refusal('too_big'));
    end if;
    perform epoch_now(); -- a server that was promoted or restored skips numbers before it gives one
    for attempt in 1..5 loop
        answer := answer_again(act, author);
        if answer is not null then
            return answer;
        end if;
        if floods(author, rules) then
            return jsonb_build_object('refused', refusal('too_many'));
        end if;
        if rules.name is null then
            return jsonb_build_object('refused', refusal('kind'));
        end if;
        begin
            set constraints all deferred;
            return write_act(act, rules, roles, author);
        exception
            when sqlstate 'KU001' then
                return coalesce(answer_again(act, author), jsonb_build_object('refused', sqlerrm::jsonb));
            when sqlstate 'KU002' or unique_violation then
                continue;
            when exclusion_violation then
                return jsonb_build_object('refused', refusal('unit_taken'));
        end;
    end loop;
    raise exception 'the rows of this act are written by others without end' using errcode = 'lock_not_available';
end
$$;

-- The author is who signed in; what is confirmed is on the disk, whatever the session says.
create function submit(act jsonb) returns jsonb language plpgsql security definer
set search_path = kulkul, pg_temp
as
$$
declare roles text[];
begin
    select array(select jsonb_array_elements_text(o.roles)) into roles
    from operator o where o.login = session_user and o.removed_at is null;
    if current_setting('synchronous_commit') in ('off', 'local') then
        perform set_config('synchronous_commit', 'on', true);
    end if;
    return submit_as(session_user::text, coalesce(roles, '{}'), act);
end
$$;

-- submit() of what another server had confirmed: said, by incident, holds the day and serial that were told to people.
create function resubmit(act jsonb, said jsonb) returns jsonb language plpgsql
set search_path = kulkul, pg_temp
as
$$
declare answer jsonb;
begin
    perform set_config('kulkul.said', said::text, true);
    answer := submit(act);
    perform set_config('kulkul.said', '', true);
    return answer;
end
$$;
