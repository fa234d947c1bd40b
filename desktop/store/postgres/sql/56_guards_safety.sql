-- The guards about what an agency must confirm, as in desktop/domain/guards_safety.py.

create function not_confirmed(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'referral') loop
        if was(step, 'confirmed_at') is not null or was(step, 'state') in ('refused', 'withdrawn') then
            return refusal('not_confirmed', 'referral', step ->> 'row', null, was(step, 'confirmation_act'));
        end if;
    end loop;
    return null;
end
$$;

create function was_confirmed(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'referral') loop
        if was(step, 'confirmed_at') is null then
            return refusal('was_confirmed', 'referral', step ->> 'row', null, was(step, 'confirmation_act'));
        end if;
    end loop;
    return null;
end
$$;

-- Whether a plan holds where an incident is, or nobody knows in which area that is.
create function plan_is_about(plan response_plan, about uuid) returns boolean language sql stable as
$$
    select (
        plan.area is null or i.area is null or plan.area = i.area
        or exists (select from area a where a.id = i.area and a.parent = plan.area)
    ) and (
        (plan.address is null and plan.latitude is null)
        or warns_of(
            jsonb_populate_record(
                null::place_warning,
                jsonb_build_object(
                    'latitude', plan.latitude, 'longitude', plan.longitude, 'address', plan.address,
                    'radius', coalesce(plan.radius, (setting('place_radius') #>> '{}')::int)
                )
            ),
            i
        )
    )
    from incident i where i.id = about
$$;

create function safe_confirmed(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    closed uuid;
    code text;
begin
    if btrim(coalesce(act_view ->> 'note', ''), setting('blanks') #>> '{}') <> '' then
        return null;
    end if;
    for step in select * from steps_of(act_view, 'incident', 'update') loop
        closed := (step ->> 'row')::uuid;
        for code in
            select distinct named collate "C" from response_plan p
            cross join regexp_split_to_table(coalesce(p.confirms, ''), '\s+') named
            where p.category = becomes(step, 'category') and named <> ''
                and p.level <= greatest(coalesce(becomes(step, 'alarm_level')::int, 1), 1)
                and (p.needs <> '' or p.tell <> '')
                and plan_is_about(p, closed)
            order by 1
        loop
            if (
                exists (select from referral r where r.incident = closed and r.agency = code)
                or exists (select from assignment a where a.incident = closed and a.on_scene_at is not null)
            ) and not exists (
                select from referral r
                where r.incident = closed and r.agency = code and r.confirmed_at is not null
            ) then
                return refusal('safe_confirmed', 'incident', step ->> 'row', code);
            end if;
        end loop;
    end loop;
    return null;
end
$$;

create function plans_versioned(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare odd text;
begin
    select coalesce(p.plan, v.plan) into odd
    from (select distinct step ->> 'row' as plan from steps_of(act_view, 'response_plan') step) p
    full join (select distinct becomes(step, 'plan') as plan from steps_of(act_view, 'plan_version') step) v
        on v.plan = p.plan
    where p.plan is null or v.plan is null
    order by coalesce(p.plan, v.plan) collate "C" limit 1;
    return case when odd is not null then refusal('plans_versioned', 'response_plan', odd) end;
end
$$;
