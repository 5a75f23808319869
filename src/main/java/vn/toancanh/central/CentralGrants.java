package vn.toancanh.central;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.model.StreamGrant;

/**
 * Rights to streams: what a wall asks within a few milliseconds goes out as one request. The server's times are turned into
 * times of this machine's clock, so that a clock that is wrong does not make grants look spent. State on DESK.
 */
final class CentralGrants implements StreamGrants {
    private static final int LARGEST_BATCH = 128;
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);

    /** One call of {@link #ask} that waits to be sent or answered. */
    private static final class Waiting {
        final List<Wish> wishes;
        final @Nullable Answer[] answers;
        final Consumer<List<Answer>> consumer;
        int left;

        Waiting(List<Wish> wishes, Consumer<List<Answer>> consumer) {
            this.wishes = List.copyOf(wishes);
            this.answers = new @Nullable Answer[wishes.size()];
            this.consumer = consumer;
            this.left = wishes.size();
        }

        void answer(int index, Answer answer) {
            answers[index] = answer;
            left--;
            if (left == 0) {
                List<Answer> all = new ArrayList<>(answers.length);
                for (@Nullable Answer each : answers) {
                    all.add(Objects.requireNonNull(each));
                }
                consumer.accept(List.copyOf(all));
            }
        }
    }

    private record Slot(Waiting waiting, int index) {
        Wish wish() {
            return waiting.wishes.get(index);
        }
    }

    private final Net net;
    private final Clock clock;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;
    private List<Slot> gathered = new ArrayList<>();

    CentralGrants(Net net, Clock clock, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.net = net;
        this.clock = clock;
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
    }

    @Override
    public void ask(List<Wish> wishes, Consumer<List<Answer>> answers) {
        net.desk().assertHere();
        if (wishes.isEmpty()) {
            net.desk().execute(() -> answers.accept(List.of()));
            return;
        }
        if (gathered.isEmpty()) {
            net.desk().after(options.gather(), this::send);
        }
        Waiting waiting = new Waiting(wishes, answers);
        for (int i = 0; i < waiting.wishes.size(); i++) {
            gathered.add(new Slot(waiting, i));
        }
    }

    private void send() {
        List<Slot> all = gathered;
        gathered = new ArrayList<>();
        Optional<Login> login = sessions.login();
        for (int from = 0; from < all.size(); from += LARGEST_BATCH) {
            List<Slot> batch = List.copyOf(all.subList(from, Math.min(all.size(), from + LARGEST_BATCH)));
            if (login.isEmpty()) {
                refuse(batch, sessions.nobody());
            } else {
                net.ask("grants", () -> open(login.get(), batch), outcome -> {
                    switch (outcome) {
                        case Outcome.Done<List<Answer>>(List<Answer> answers) -> deliver(batch, answers);
                        case Outcome.Failed<List<Answer>>(Failure failure) -> refuse(batch, failure);
                    }
                });
            }
        }
    }

    private static void deliver(List<Slot> batch, List<Answer> answers) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).waiting.answer(batch.get(i).index, answers.get(i));
        }
    }

    private static void refuse(List<Slot> batch, Failure failure) {
        batch.forEach(slot -> slot.waiting.answer(slot.index, new Answer(slot.wish(), null, failure)));
    }

    private List<Answer> open(Login login, List<Slot> batch) {
        List<Dto.StreamWish> wishes = batch.stream()
                .map(Slot::wish)
                .map(wish -> new Dto.StreamWish(wish.camera().value(), CameraTranslation.word(wish.role())))
                .toList();
        Request.Builder request = new Request.Builder()
                .url(login.path("stream-sessions").build())
                .post(caller.wire().body(new Dto.StreamWishes(wishes)));
        var reply = caller.ask(login, request, Dto.Grants.class, options.answer());
        List<Dto.Grant> items = reply.orThrow().items();
        if (items == null || items.size() != batch.size()) {
            throw Failures.missing("answer for each stream");
        }
        Instant now = clock.now();
        Duration ahead = reply.serverTime() == null ? Duration.ZERO : Duration.between(now, reply.serverTime());
        // The server tells whole seconds; that much is no difference of clocks.
        Duration skew = ahead.abs().compareTo(Duration.ofSeconds(2)) <= 0 ? Duration.ZERO : ahead;
        List<Answer> answers = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            answers.add(answer(batch.get(i).wish(), items.get(i), now, skew));
        }
        return answers;
    }

    private static Answer answer(Wish wish, Dto.Grant grant, Instant now, Duration skew) {
        try {
            Dto.Problem problem = grant.problem();
            if (problem != null) {
                int status = Objects.requireNonNullElse(problem.status(), 500);
                return new Answer(wish, null, Failures.of(status, problem, null, "stream"));
            }
            if (!wish.camera().value().equals(grant.cameraId())) {
                throw Failures.missing("camera that was asked for");
            }
            return new Answer(wish, grant(wish, grant, now, skew), null);
        } catch (FailureException unusable) {
            return new Answer(wish, null, unusable.failure());
        }
    }

    private static StreamGrant grant(Wish wish, Dto.Grant grant, Instant now, Duration skew) {
        Instant expires = grant.expiresAt() == null
                ? now.plus(Duration.ofMinutes(5))
                : grant.expiresAt().minus(skew);
        if (expires.isBefore(now.plus(SHORTEST_LIFE))) {
            expires = now.plus(SHORTEST_LIFE);
        }
        Instant renew =
                grant.renewAfter() == null ? expires : grant.renewAfter().minus(skew);
        if (renew.isAfter(expires) || renew.isBefore(now)) {
            renew = now.plus(Duration.between(now, expires).dividedBy(2));
        }
        return new StreamGrant(
                Objects.requireNonNullElse(grant.sessionId(), ""),
                wish.camera(),
                CameraTranslation.role(grant.role()).orElse(wish.role()),
                address(grant.url()),
                grant.username(),
                grant.password() == null ? null : Secret.of(grant.password()),
                grant.tlsPins() == null ? List.of() : grant.tlsPins(),
                new StreamGrant.Way("relay".equals(grant.access()), AdminDto.items(grant.transports())),
                expires,
                renew,
                grant.offlineUntil());
    }

    private static URI address(@Nullable String url) {
        try {
            URI uri = new URI(url == null ? "" : url);
            boolean rtsp = "rtsp".equalsIgnoreCase(uri.getScheme()) || "rtsps".equalsIgnoreCase(uri.getScheme());
            if (rtsp && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            // Told below, without the address: it may hold what it must not.
        }
        throw Failures.missing("usable stream address");
    }
}
