-- The guard about who was told, as in desktop/domain/guards_told.py.

create function told_whom(act_view jsonb) returns jsonb language plpgsql stable as
$$
declare
    step jsonb;
    told_unit uuid;
    told_agency uuid;
    works_on uuid;
begin
    for step in select * from steps_of(act_view, 'told') loop
        told_unit := becomes(step, 'assignment')::uuid;
        told_agency := becomes(step, 'referral')::uuid;
        if (told_unit is null) = (told_agency is null) then
            return refusal('told_whom', 'told', step ->> 'row');
        end if;
        select coalesce(
            (select a.incident from assignment a where a.id = told_unit),
            (select r.incident from referral r where r.id = told_agency)
        ) into works_on;
        if act_view ->> 'source' not in ('outage', 'paper')
            and works_on is distinct from becomes(step, 'incident')::uuid
        then
            return refusal('told_whom', 'told', step ->> 'row');
        end if;
    end loop;
    return null;
end
$$;
