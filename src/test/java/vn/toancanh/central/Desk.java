package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.RightsMemory;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;

/** A client on a DESK lane of its own, asked from the test's thread. */
final class Desk implements AutoCloseable {
    static final CentralOptions QUICK = new CentralOptions(
            "test 1",
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(30),
            Duration.ofMillis(100));

    final ThreadLane lane = new ThreadLane("DESK");
    final CentralClient client;

    Desk() {
        this(QUICK);
    }

    Desk(CentralOptions options) {
        this(options, Clock.SYSTEM);
    }

    /** A client that goes by these pins, and where there is none by authorities. */
    Desk(ServerPins pins, SystemTrust authorities, Clock clock) {
        client = new CentralClient(
                QUICK,
                lane,
                clock,
                new CertificateCheck(pins, authorities, clock),
                new OfflineRights(lane, clock, RightsMemory.NONE));
    }

    Desk(CentralOptions options, Clock clock) {
        client = new CentralClient(options, lane, clock);
    }

    /** One that keeps what servers say of rights. */
    Desk(RightsMemory memory, Clock clock) {
        client = new CentralClient(QUICK, lane, clock, new ServerPins(), new OfflineRights(lane, clock, memory));
    }

    /** Runs it on DESK and waits for what it hands to the consumer. */
    <T> T ask(Consumer<Consumer<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        lane.execute(() -> question.accept(value -> {
            lane.assertHere();
            assertThat(answer.complete(value)).as("answered once").isTrue();
        }));
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    <T> T here(Supplier<T> work) {
        return ask(answer -> answer.accept(work.get()));
    }

    void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!here(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waiting for a condition").isLessThan(end);
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    SignInOutcome signIn(URI server) {
        return signIn(server, "truc.ban", "mat-khau");
    }

    SignInOutcome signIn(URI server, String user, String password) {
        return ask(answer -> client.sessions().signIn(server, user, Secret.of(password), answer));
    }

    Desk signedIn(URI server) {
        assertThat(signIn(server)).isInstanceOf(SignInOutcome.SignedIn.class);
        return this;
    }

    static Failure refusal(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Refused(Failure failure) -> failure;
            case SignInOutcome.SignedIn in -> throw new AssertionError("signed in: " + in);
        };
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(Failure failure) -> throw new AssertionError("failed: " + failure);
        };
    }

    static <T> Failure failure(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Failed<T>(Failure failure) -> failure;
            case Outcome.Done<T>(T value) -> throw new AssertionError("worked: " + value);
        };
    }

    @Override
    public void close() {
        client.close();
        lane.close();
    }
}
