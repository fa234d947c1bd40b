-- The guards about warnings of places, as in desktop/domain/guards_warnings.py, and what a warning is about, as in
-- desktop/domain/warnings.py.

create function place_key(said text) returns text language sql stable as
$$
    select coalesce(string_agg(coalesce(setting('place_words') ->> word, word), ' ' order by place), '')
    from regexp_split_to_table(lower(coalesce(said, '') collate "C"), '[^0-9a-z]+') with ordinality words (word, place)
    where coalesce(setting('place_words') ->> word, word) <> ''
$$;

create function metres_between(
    lat double precision, lon double precision, other_lat double precision, other_lon double precision
) returns double precision language sql stable as
$$
    select sqrt(north * north + east * east) from (
        select (lat - other_lat) * one.metres as north,
            (lon - other_lon) * one.metres * cos(radians((lat + other_lat) / 2)) as east
        from (select (setting('metres_a_degree') #>> '{}')::double precision as metres) one
    ) way
$$;

create function warns_of(warned place_warning, place incident) returns boolean language plpgsql stable as
$$
declare
    warned_key text;
begin
    if warned.latitude is not null and warned.longitude is not null
        and place.latitude is not null and place.longitude is not null
    then
        return metres_between(warned.latitude, warned.longitude, place.latitude, place.longitude) <= warned.radius;
    end if;
    if warned.address is not null then
        warned_key := place_key(warned.address);
        return warned_key <> ''
            and position(' ' || warned_key || ' ' in ' ' || place_key(place.address) || ' ') > 0
            and coalesce(warned.area = place.area, true);
    end if;
    return warned.latitude is null and coalesce(warned.area = place.area, false);
end
$$;

create function warning_has_place(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    has_latitude boolean;
    has_longitude boolean;
begin
    for step in select * from steps_of(act_view, 'place_warning') loop
        has_latitude := becomes(step, 'latitude') is not null;
        has_longitude := becomes(step, 'longitude') is not null;
        if has_latitude <> has_longitude
            or not (has_latitude or place_key(becomes(step, 'address')) <> '' or becomes(step, 'area') is not null)
        then
            return refusal('warning_has_place', 'place_warning', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;

-- The warning as it was before: a step tells, else the row is as it was.
create function warning_active(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    about record;
    step jsonb;
    old jsonb;
begin
    for about in
        select w.id::text as id, to_jsonb(w) as now
        from jsonb_array_elements(act_view -> 'subjects') s join place_warning w on w.id = (s ->> 1)::uuid
        where s ->> 0 = 'place_warning' order by w.id
    loop
        select s into step from steps_of(act_view, 'place_warning') s where s ->> 'row' = about.id limit 1;
        old := case when step is null then about.now else step -> 'before' end;
        if old ->> 'state' <> 'active' then
            return refusal('warning_active', 'place_warning', about.id, null, old ->> 'state_act');
        end if;
    end loop;
    return null;
end
$$;

create function warning_as_read(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    now_act text;
begin
    for step in select * from steps_of(act_view, 'warning_read') loop
        select w.last_act::text into now_act from place_warning w where w.id = becomes(step, 'warning')::uuid;
        if now_act is distinct from becomes(step, 'read_act') then
            return refusal('warning_as_read', 'place_warning', becomes(step, 'warning'), null, now_act);
        end if;
    end loop;
    return null;
end
$$;

create function warnings_read(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    target incident;
    warned place_warning;
begin
    for target in
        select i.* from incident i
        where i.id in (
            select becomes(s, 'incident')::uuid from steps_of(act_view, 'assignment') s where becomes(s, 'state') <> 'ended'
        )
        order by i.id
    loop
        for warned in
            select w.* from place_warning w
            where w.critical and w.state = 'active'
                and (w.expires_at is null or (act_view ->> 'now')::timestamptz < w.expires_at)
                and not exists (
                    select from warning_read r
                    where r.incident = target.id and r.warning = w.id and r.read_act = w.last_act
                )
            order by w.id
        loop
            if warns_of(warned, target) then
                return refusal('warnings_read', 'place_warning', warned.id::text, null, warned.last_act::text);
            end if;
        end loop;
    end loop;
    return null;
end
$$;
