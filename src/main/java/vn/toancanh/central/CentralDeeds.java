package vn.toancanh.central;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.Request;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Outcome;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedSender;

/**
 * Deeds on their way into the server's audit trail, handovers among its records, and steps to its alarms. The server takes a request's entries all or none: where it finds fault with
 * some, halves are sent until those stand alone.
 */
final class CentralDeeds implements DeedSender {
    private static final String NOTES = "audit";

    private final Net net;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;
    private final HandoverPost handovers;
    private final AlarmPost alarms;
    private final Consumer<AlarmPost.Late> late;

    /** @param late hears of steps of alarms that did not come about; on DESK */
    CentralDeeds(
            Net net, Caller caller, CentralSessions sessions, CentralOptions options, Consumer<AlarmPost.Late> late) {
        this.net = net;
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
        this.handovers = new HandoverPost(caller, options);
        this.alarms = new AlarmPost(caller, options);
        this.late = late;
    }

    @Override
    public boolean hearsNotes() {
        return sessions.login().map(login -> login.offers(NOTES)).orElse(true);
    }

    @Override
    public void tell(List<Deed> deeds, Consumer<Answer> answer) {
        Optional<Login> login = sessions.login();
        if (login.isEmpty() || (!login.get().offers(NOTES) && deeds.stream().anyMatch(Deed::isNote))) {
            Failure why = login.isEmpty() ? sessions.nobody() : Failure.of(Kind.UNSUPPORTED, "no audit at this server");
            net.desk().execute(() -> answer.accept(new Answer.Unheard(why)));
            return;
        }
        net.<Set<UUID>>ask("audit", () -> told(login.get(), deeds), outcome -> {
            switch (outcome) {
                case Outcome.Done<Set<UUID>>(Set<UUID> refused) -> answer.accept(new Answer.Heard(refused));
                case Outcome.Failed<Set<UUID>>(Failure failure) -> answer.accept(new Answer.Unheard(failure));
            }
        });
    }

    /** In their order: handovers and steps of alarms are each a request of its own between the notes before and after it. */
    private Set<UUID> told(Login login, List<Deed> deeds) {
        Set<UUID> refused = new HashSet<>();
        int from = 0;
        for (int i = 0; i <= deeds.size(); i++) {
            boolean alone = i < deeds.size() && isAlone(deeds.get(i));
            if ((alone || i == deeds.size()) && from < i) {
                refused.addAll(refused(login, deeds.subList(from, i)));
            }
            if (alone) {
                if (!tellAlone(login, deeds.get(i))) {
                    refused.add(deeds.get(i).id());
                }
                from = i + 1;
            }
        }
        return refused;
    }

    private static boolean isAlone(Deed deed) {
        return HandoverPost.isOne(deed) || AlarmPost.isOne(deed);
    }

    /** A step that came too late is said and not kept: what it was about is another by now. */
    private boolean tellAlone(Login login, Deed deed) {
        if (HandoverPost.isOne(deed)) {
            return handovers.tell(login, deed);
        }
        alarms.tell(login, deed).ifPresent(lost -> net.desk().execute(() -> late.accept(lost)));
        return true;
    }

    private Set<UUID> refused(Login login, List<Deed> deeds) {
        try {
            Request.Builder request = new Request.Builder()
                    .url(login.path("audit").build())
                    .post(caller.wire()
                            .body(new Dto.DeedEntries(
                                    deeds.stream().map(CentralDeeds::entry).toList())));
            caller.ask(login, request, Void.class, options.answer());
            return Set.of();
        } catch (FailureException fault) {
            if (fault.failure().kind() != Kind.BAD_INPUT) {
                throw fault;
            }
            if (deeds.size() == 1) {
                return Set.of(deeds.getFirst().id());
            }
            int half = deeds.size() / 2;
            Set<UUID> both = new HashSet<>(refused(login, deeds.subList(0, half)));
            both.addAll(refused(login, deeds.subList(half, deeds.size())));
            return both;
        }
    }

    private static Dto.DeedEntry entry(Deed deed) {
        return new Dto.DeedEntry(
                deed.id().toString(), deed.doneAt().toString(), deed.action(), deed.subject(), deed.facts());
    }
}
