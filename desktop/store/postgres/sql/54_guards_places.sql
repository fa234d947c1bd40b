-- The guards about places that operators keep, as in desktop/domain/guards_places.py.

create function kept_place_named(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'kept_place') loop
        if btrim(becomes(step, 'name'), setting('blanks') #>> '{}') = '' then
            return refusal('kept_place_named', 'kept_place', step ->> 'row', 'name');
        end if;
    end loop;
    return null;
end
$$;

create function kept_place_stands(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare step jsonb;
begin
    for step in select * from steps_of(act_view, 'kept_place', 'update') loop
        if was(step, 'withdrawn_at') is not null then
            return refusal('kept_place_stands', 'kept_place', step ->> 'row', null, was(step, 'withdrawal_act'));
        end if;
    end loop;
    return null;
end
$$;

create function place_corrected_once(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    other kept_place;
begin
    for step in select * from steps_of(act_view, 'kept_place', 'insert') loop
        select k.* into other from kept_place k
        where k.instead_of = becomes(step, 'instead_of') and k.id <> (step ->> 'row')::uuid and k.withdrawn_at is null
        order by k.id limit 1;
        if found then
            return refusal('place_corrected_once', 'kept_place', step ->> 'row', null, other.last_act::text);
        end if;
    end loop;
    return null;
end
$$;
