package vn.toancanh.central;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.alarms.AlarmDeed;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.deeds.Deed;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/** A deed that is a step of an alarm, on its way to the alarm. Blocks; for threads named NET. */
final class AlarmPost {
    /**
     * A step that did not come about.
     *
     * @param by who was faster; empty where the server would not have it
     */
    record Late(AlarmId alarm, String title, String by) {}

    private static final Logger LOG = LoggerFactory.getLogger(AlarmPost.class);

    /** What will be refused as often as it is sent. */
    private static final Set<Kind> FOR_GOOD = EnumSet.of(Kind.BAD_INPUT, Kind.FORBIDDEN, Kind.NOT_FOUND);

    private final Caller caller;
    private final CentralOptions options;
    private final Set<AlarmId> lost = ConcurrentHashMap.newKeySet();

    AlarmPost(Caller caller, CentralOptions options) {
        this.caller = caller;
        this.options = options;
    }

    static boolean isOne(Deed deed) {
        return deed.action().equals(AlarmDeed.ACTION);
    }

    /**
     * Tells it. One that came after a step that was lost is lost with it, and nothing more is said.
     *
     * @return empty where there is nothing to be said
     * @throws FailureException where it may be told later
     */
    Optional<Late> tell(Login login, Deed deed) {
        AlarmId id = AlarmDeed.of(deed.subject());
        if (fact(deed, AlarmDeed.AFTER).equals("0")) {
            lost.remove(id);
        } else if (lost.contains(id)) {
            return Optional.empty();
        }
        Optional<Late> late = change(login, id, deed);
        late.ifPresent(said -> {
            LOG.warn("step {} of alarm {} came too late", fact(deed, AlarmDeed.STEP), id.value());
            lost.add(id);
        });
        return late;
    }

    private Optional<Late> change(Login login, AlarmId id, Deed deed) {
        try {
            caller.ask(
                    login,
                    Asking.seen(CentralAlarms.request(login, id), Long.parseLong(fact(deed, AlarmDeed.VERSION)))
                            .patch(caller.wire().body(body(deed))),
                    Dto.Alarm.class,
                    options.answer());
            return Optional.empty();
        } catch (FailureException fault) {
            if (fault.failure().kind() == Kind.CONFLICT) {
                return overtaken(login, id, deed);
            }
            if (FOR_GOOD.contains(fault.failure().kind())) {
                return Optional.of(late(id, deed, ""));
            }
            throw fault;
        } catch (IllegalArgumentException damaged) {
            LOG.error("deed {} is no step of an alarm", deed.id(), damaged);
            return Optional.of(late(id, deed, ""));
        }
    }

    private static Map<String, String> body(Deed deed) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("state", CentralAlarms.word(step(deed)));
        String outcome = fact(deed, AlarmDeed.OUTCOME);
        if (!outcome.isEmpty()) {
            body.put("outcome", CentralAlarms.word(AlarmOutcome.valueOf(outcome)));
        }
        String note = fact(deed, AlarmDeed.NOTE);
        if (!note.isEmpty()) {
            body.put("comment", note);
        }
        body.put("doneAt", deed.doneAt().toString());
        return body;
    }

    /** Somebody was faster, or this desk itself was: the answer to what it said before may have been lost. */
    private Optional<Late> overtaken(Login login, AlarmId id, Deed deed) {
        try {
            Request.Builder request = CentralAlarms.request(login, id);
            Dto.Alarm now = caller.ask(login, request, Dto.Alarm.class, options.answer())
                    .orThrow();
            String by = Objects.requireNonNullElse(now.changedBy(), "");
            boolean own = by.equals(login.session().displayName())
                    && CentralAlarms.step(now.state()).compareTo(step(deed)) >= 0;
            return own ? Optional.empty() : Optional.of(late(id, deed, by));
        } catch (FailureException fault) {
            if (FOR_GOOD.contains(fault.failure().kind())) {
                return Optional.of(late(id, deed, ""));
            }
            throw fault;
        }
    }

    private static Late late(AlarmId id, Deed deed, String by) {
        return new Late(id, fact(deed, AlarmDeed.TITLE), by);
    }

    private static AlarmStep step(Deed deed) {
        return AlarmStep.valueOf(fact(deed, AlarmDeed.STEP));
    }

    private static String fact(Deed deed, String name) {
        return deed.facts().getOrDefault(name, "");
    }
}
