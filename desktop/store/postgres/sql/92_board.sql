-- What a desk's board needs, as one JSON by one statement: the same as desktop/store/queries_board.py reads. The desk
-- itself asks the views (no definer), so what is masked for an operator is masked here. Each function is STABLE: all that
-- it reads is of the moment at which the statement began. Plans are kept: making one anew for each call, which PostgreSQL
-- prefers for arrays, takes more work than all the rest.

-- The calls that were lost lately and wait for a call back, as desktop/store/queries_calling_back.py has it; `among`: of
-- these calls only.
create function lost_calls(since timestamptz, among uuid[] default null) returns setof uuid language plpgsql stable
set plan_cache_mode = force_generic_plan as
$$
declare
    lost uuid[] := among;
begin
    if lost is null then
        lost := array(
            select c.id from kulkul_desk.call c
            where c.answered_at >= since - interval '12 hours' and c.call_type in ('dropped', 'silent')
        );
    end if;
    return query
    select c.id from kulkul_desk.call c
    where c.id = any (lost)
        and c.answered_at >= since - interval '12 hours' and c.direction = 'in' and c.ended_at is not null
        and c.call_type in ('dropped', 'silent')
        and not exists (
            select from kulkul_desk.call_back b left join kulkul_desk.call o on o.id = b.by_call
            where b.call = c.id and (
                b.by_call is null or o.incident is not null
                or (o.ended_at is not null and coalesce(o.call_type not in ('dropped', 'silent', 'mistake'), true))
            )
        );
end
$$;

-- The rows of these incidents, units, calls and warnings that are on the board. `units` null: all units; `calls` null:
-- all that run or were lost; `warnings` null: all that hold; `memos` null: all reminders not done and the messages of the
-- last hours. `counting`: also how many calls ended today, of which there are thousands. `since`: the city's midnight.
-- A statement for each table: one for all takes ten times as long to begin.
create function board_rows(
    incidents uuid[], units text[], calls uuid[], since timestamptz, warnings uuid[] default '{}',
    memos uuid[] default '{}', counting boolean default true
) returns json
language plpgsql stable set plan_cache_mode = force_generic_plan as
$$
declare
    shown uuid[];
    running uuid[];
    told_incidents json;
    told_assignments json;
    told_referrals json;
    told_callers json;
    told_units json;
    told_calls json;
    told_private json;
    told_blocks json;
    told_occupied json;
    told_ended json;
    told_reads json;
    told_tries json;
    told_merged json;
    gone uuid[];
    told_words json;
    told_backs json;
    told_silences json;
    told_warnings json;
    told_said json;
    told_transports json;
    told_distress json;
    told_memos json;
    told_texts json;
    told_memo_reads json;
    told_answers json;
    has_units boolean;
    has_agencies boolean;
    has_reads boolean;
    has_merged boolean;
    has_tries boolean;
begin
    if cardinality(incidents) > 0 then
        select json_agg(i order by i.id), array_agg(i.id) into told_incidents, shown
        from kulkul_desk.incident i
        where i.id = any (incidents) and ((i.closed_at is null and i.merged_into is null) or i.closed_at >= since);
    end if;
    if shown is not null then
        -- Most incidents have few of these, and to begin a statement takes longer than to find nothing.
        select
            exists (select from kulkul_desk.assignment a where a.incident = any (shown)),
            exists (select from kulkul_desk.referral r where r.incident = any (shown)),
            exists (select from kulkul_desk.warning_read r where r.incident = any (shown)),
            exists (select from kulkul_desk.incident i where i.merged_into = any (shown)),
            exists (select from kulkul_desk.contact_try t where t.incident = any (shown))
        into has_units, has_agencies, has_reads, has_merged, has_tries;
        if has_units then
            told_assignments := (
                select json_agg(a order by a.id) from kulkul_desk.assignment a where a.incident = any (shown)
            );
            told_transports := (
                select json_agg(t order by t.id) from kulkul_desk.transport t
                where t.id in (select a.id from kulkul_desk.assignment a where a.incident = any (shown))
            );
        end if;
        if has_agencies then
            told_referrals := (
                select json_agg(r order by r.id) from kulkul_desk.referral r where r.incident = any (shown)
            );
        end if;
        if has_units or has_agencies then
            -- Of a unit that moved with a merged incident also what it was told of that one.
            told_words := (
                select json_agg(t order by t.id) from (
                    select t.* from kulkul_desk.assignment a join kulkul_desk.told t on t.assignment = a.id
                    where a.incident = any (shown)
                    union all
                    select t.* from kulkul_desk.referral r join kulkul_desk.told t on t.referral = r.id
                    where r.incident = any (shown)
                ) t
            );
        end if;
        if has_reads then
            told_reads := (
                select json_agg(r order by r.id) from kulkul_desk.warning_read r where r.incident = any (shown)
            );
        end if;
        if has_merged then
            -- Incidents that went into these, also through others.
            with recursive merged(id, target) as (
                select i.id, i.merged_into from kulkul_desk.incident i where i.merged_into = any (shown)
                union
                select i.id, m.target from kulkul_desk.incident i join merged m on i.merged_into = m.id
            )
            select json_object_agg(one.target, one.ids), array(select m.id from merged m) into told_merged, gone
            from (select m.target, array_agg(m.id order by m.id) as ids from merged m group by m.target) one;
        end if;
        if has_merged or has_tries then
            told_tries := (
                select json_agg(t order by t.id) from kulkul_desk.contact_try t
                where t.incident = any (shown || gone)
            );
        end if;
        told_callers := (
            select json_object_agg(c.incident, c.callers) from (
                select o.incident, count(*) as callers
                from kulkul_desk.call o where o.incident = any (shown) group by o.incident
            ) c
        );
    end if;
    if units is null or cardinality(units) > 0 then
        if units is null then
            told_units := (select json_agg(u order by u.id) from kulkul_desk.unit u);
        else
            told_units := (select json_agg(u order by u.id) from kulkul_desk.unit u where u.id = any (units));
        end if;
        told_distress := (
            select json_agg(d order by d.id) from kulkul_desk.distress d where d.state = 'open'
        );
        told_occupied := (
            select json_agg(a order by a.id) from kulkul_desk.assignment a
            where a.state = 'running' and not exists (
                select from kulkul_desk.incident i
                where i.id = a.incident
                    and ((i.closed_at is null and i.merged_into is null) or i.closed_at >= since)
            )
        );
    end if;
    if calls is null or cardinality(calls) > 0 then
        if calls is null then
            select json_agg(c order by c.id), array_agg(c.id) into told_calls, running
            from kulkul_desk.call c
            where c.id in (
                select r.id from kulkul_desk.call r where r.ended_at is null
                union all select kulkul.lost_calls(since)
            );
        else
            select json_agg(c order by c.id), array_agg(c.id) into told_calls, running
            from kulkul_desk.call c
            where c.id = any (calls) and (c.ended_at is null or c.id in (select kulkul.lost_calls(since, calls)));
        end if;
        if counting then
            told_ended := (
                select coalesce(json_object_agg(e.call_type, e.count), '{}') from (
                    select c.call_type, count(*) from kulkul_desk.call c
                    where c.answered_at >= since and c.call_type is not null group by c.call_type
                ) e
            );
        end if;
    end if;
    if running is not null then
        told_private := (select json_agg(p) from kulkul.personal_calls(running) p);
        told_blocks := (
            select json_agg(b order by b.id) from kulkul_desk.block b where b.call = any (running)
        );
        told_backs := (
            select json_agg(b order by b.id) from kulkul_desk.call_back b where b.call = any (running)
        );
        told_silences := (
            select json_agg(s order by s.id) from kulkul_desk.silence s where s.call = any (running)
        );
    end if;
    if warnings is null or cardinality(warnings) > 0 then
        told_warnings := (
            select json_agg(w order by w.id) from kulkul_desk.place_warning w
            where w.state = 'active' and (w.expires_at is null or w.expires_at >= since)
                and (warnings is null or w.id = any (warnings))
        );
        told_said := (
            select json_agg(p) from kulkul.personal_warnings(
                array(select (w ->> 'id')::uuid from json_array_elements(told_warnings) w)
            ) p
        );
    end if;
    if memos is null or cardinality(memos) > 0 then
        select json_agg(m order by m.id), array_agg(m.id) into told_memos, shown
        from kulkul_desk.memo m
        where (m.state = 'open' or (m.kind = 'message' and m.made_at >= since - interval '12 hours'))
            and (memos is null or m.id = any (memos));
        told_texts := (select json_agg(p) from kulkul.personal_memos(shown) p);
        told_memo_reads := (
            select json_agg(r order by r.id) from kulkul_desk.memo_read r where r.memo = any (shown)
        );
    end if;
    -- As desktop/store/queries_alarms.py has it: what was answered to alarms lately.
    told_answers := (
        select json_agg(a order by a.id) from (
            select * from kulkul_desk.alarm_answer t where t.taken_at >= since - interval '1 day'
            union
            select * from kulkul_desk.alarm_answer t where t.well_at >= since - interval '1 day'
        ) a
        where units is null or a.incident = any (incidents) or a.unit = any (units)
    );
    return json_build_object(
        'incidents', told_incidents, 'assignments', told_assignments, 'referrals', told_referrals,
        'callers', told_callers, 'units', told_units, 'occupied', told_occupied, 'calls', told_calls,
        'ended', told_ended, 'private', told_private, 'blocks', told_blocks, 'reads', told_reads,
        'call_backs', told_backs, 'silences', told_silences, 'warnings', told_warnings, 'said', told_said,
        'transports', told_transports, 'told', told_words, 'distress', told_distress, 'tries', told_tries,
        'merged', told_merged,
        'memos', told_memos, 'memo_texts', told_texts, 'memo_reads', told_memo_reads,
        'answers', told_answers
    );
end
$$;

create function board_reference() returns json language plpgsql stable as
$$
begin
    return json_build_object(
        'areas', (select json_agg(t order by t.id) from kulkul_desk.area t),
        'agencies', (select json_agg(t order by t.id) from kulkul_desk.agency t),
        'categories', (select json_agg(t order by t.id) from kulkul_desk.category t),
        'stations', (select json_agg(t order by t.id) from kulkul_desk.station t),
        'hospitals', (select json_agg(t order by t.id) from kulkul_desk.hospital t),
        'outcomes', (select json_agg(t order by t.id) from kulkul_desk.outcome t),
        -- Desks of before know these clocks only, and could not read another.
        'targets', (
            select json_agg(t order by t.id) from kulkul_desk.target t
            where t.clock in ('answer', 'first_unit', 'on_scene', 'done')
        ),
        'more_targets', (
            select json_agg(t order by t.id) from kulkul_desk.target t
            where t.clock not in ('answer', 'first_unit', 'on_scene', 'done')
        ),
        'plans', (select json_agg(t order by t.id) from kulkul_desk.response_plan t),
        'contacts', (select json_agg(t order by t.id) from kulkul_desk.contact t),
        'persons', (select json_agg(p order by p.id) from kulkul.personal_contacts(null) p),
        'shifts', (select json_agg(t order by t.id) from kulkul_desk.shift t),
        'rules', (select json_agg(t order by t.id) from kulkul_desk.city_rule t),
        'operators', (select json_object_agg(t.login, t.name order by t.name) from kulkul_desk.operator t),
        'approvals', (select json_agg(t order by t.id) from kulkul_desk.card_approval t),
        'hospital_places', (select json_agg(t order by t.id) from kulkul_desk.hospital_place t),
        'hospital_states', (select json_agg(t order by t.id) from kulkul_desk.hospital_state t)
    );
end
$$;

-- What these acts changed: the acts in order, and all rows of the board that they were about, as they are now.
create function board_news(acts text, since timestamptz) returns json language plpgsql stable
set plan_cache_mode = force_generic_plan as
$$
declare
    ids constant uuid[] := acts::uuid[];
    known json;
    kinds text[];
    about text[];
    incidents uuid[];
    units text[];
    calls uuid[];
    warnings uuid[];
    memos uuid[];
begin
    select json_agg(json_build_array(a.sequence, a.id, a.kind, a.author) order by a.sequence), array_agg(a.kind)
    into known, kinds
    from kulkul_desk.act a where a.id = any (ids);
    if known is null then
        return null;
    end if;
    select
        coalesce(array_agg(distinct s.row_id::uuid) filter (where s.table_name = 'incident'), '{}'),
        coalesce(array_agg(distinct s.row_id) filter (where s.table_name = 'unit'), '{}'),
        coalesce(array_agg(distinct s.row_id::uuid) filter (where s.table_name = 'call'), '{}'),
        coalesce(array_agg(distinct s.row_id::uuid) filter (where s.table_name = 'place_warning'), '{}'),
        coalesce(array_agg(distinct s.row_id::uuid) filter (where s.table_name = 'memo'), '{}')
    into incidents, units, calls, warnings, memos
    from kulkul_desk.act_subject s where s.act = any (ids);
    -- Whoever was reached need not be called back any more.
    calls := array(
        select unnest(calls) union select b.call from kulkul_desk.call_back b where b.by_call = any (calls)
    );
    return json_build_object(
        'acts', known, 'case_ids', incidents, 'unit_ids', units, 'call_ids', calls,
        'warning_ids', warnings, 'memo_ids', memos,
        'rows', kulkul.board_rows(
            incidents, case when not 'reference.loaded' = any (kinds) then units end, calls, since, warnings, memos,
            -- As desktop/domain/board.py has it.
            not kinds <@ array['call.taken', 'call.described', 'call.held', 'call.resumed', 'call.hung_up']
        ),
        'reference', case
            when kinds && array[
                'reference.loaded', 'plans.put_in_force', 'card.approved', 'card.withdrawn', 'hospital.full',
                'hospital.takes_again',
                'personal.erased'
            ] then kulkul.board_reference()
        end
    );
end
$$;

create function board_open(since timestamptz) returns uuid[] language plpgsql stable
set plan_cache_mode = force_generic_plan as
$$
begin
    -- Each half has an index of its own.
    return array(
        select i.id from kulkul_desk.incident i where i.closed_at is null and i.merged_into is null
        union all
        select i.id from kulkul_desk.incident i where i.closed_at >= since
    );
end
$$;

-- The whole board, the reference data and the training clock.
create function board_now(since timestamptz) returns json language plpgsql stable
set plan_cache_mode = force_generic_plan as
$$
begin
    return json_build_object(
        'sequence', (select coalesce(max(a.sequence), 0) from kulkul_desk.act a),
        'rows', kulkul.board_rows(kulkul.board_open(since), null, null, since, null, null),
        'reference', kulkul.board_reference(),
        'clock', (select json_agg(c order by c.id) from kulkul_desk.clock c)
    );
end
$$;

-- How a desk begins, by one statement: it is there, hears of news from now on, and has the board. What others commit
-- while this runs, the first comparison finds.
create function begin_desk(desk jsonb, since timestamptz, out beat jsonb, out board json) language plpgsql as
$$
begin
    listen kulkul_act; -- the channel of meta.py
    beat := kulkul.heartbeat(desk);
    board := kulkul.board_now(since);
end
$$;

-- By row of the board the act that last wrote it; null when somebody has them so: `mark` is the digest of the same
-- lines, in the order of their bytes.
create function board_marks(mark text, since timestamptz) returns text language plpgsql stable
set plan_cache_mode = force_generic_plan as
$$
declare
    shown constant uuid[] := kulkul.board_open(since);
    lines constant text := (
        select string_agg(one.line, E'\n' order by one.line collate "C") from (
            select 'incident ' || i.id || ' ' || coalesce(i.last_act::text, '') as line
            from kulkul_desk.incident i where i.id = any (shown)
            union all
            select 'unit ' || u.id || ' ' || coalesce(u.last_act::text, '') from kulkul_desk.unit u
            union all
            select 'call ' || c.id || ' ' || coalesce(c.last_act::text, '') from kulkul_desk.call c
            where c.id in (
                select r.id from kulkul_desk.call r where r.ended_at is null
                union all select kulkul.lost_calls(since)
            )
            union all
            select 'place_warning ' || w.id || ' ' || coalesce(w.last_act::text, '') from kulkul_desk.place_warning w
            where w.state = 'active' and (w.expires_at is null or w.expires_at >= since)
            union all
            select 'memo ' || m.id || ' ' || coalesce(m.last_act::text, '') from kulkul_desk.memo m
            where m.state = 'open' or (m.kind = 'message' and m.made_at >= since - interval '12 hours')
        ) one
    );
begin
    if encode(sha256(convert_to(coalesce(lines, ''), 'UTF8')), 'hex') = mark then
        return null;
    end if;
    return coalesce(lines, '');
end
$$;

grant execute on function
    board_rows(uuid[], text[], uuid[], timestamptz, uuid[], uuid[], boolean), lost_calls(timestamptz, uuid[]),
    board_reference(), board_news(text, timestamptz), board_open(timestamptz), board_now(timestamptz), board_marks(text, timestamptz),
    begin_desk(jsonb, timestamptz)
to kulkul_operator;
