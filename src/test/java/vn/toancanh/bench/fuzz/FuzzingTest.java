package vn.toancanh.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.fuzz.Fall.Kind;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.Rehearsal;

/** The code stands some thousand cases; each fault planted in it is found, by its kind, and can be found again. */
@Timeout(120)
class FuzzingTest {
    private static final long SEED = 20;
    private static final int CASES = 6000;

    private static Tally run(Subject.Maker maker, long first, long count) throws InterruptedException {
        return new Fuzzing(maker, Clock.SYSTEM, Fuzzing.PATIENCE, SEED).run(first, count, 2, tally -> {});
    }

    private static Subject.Maker planted(UnaryOperator<Subject> fault) {
        return (target, sink, random, buffer) ->
                fault.apply(Subject.Maker.REHEARSAL.make(target, sink, random, buffer));
    }

    private static Fall firstFound(Subject.Maker maker) throws InterruptedException {
        Tally tally = run(maker, 0, CASES);
        assertThat(tally.found()).as("faults found").isNotEmpty();
        return tally.found().getFirst();
    }

    @Test
    void theCodeStandsItWhileEveryPartIsSpoiledAndSessionsGoFar() throws Exception {
        Tally tally = run(Subject.Maker.REHEARSAL, 0, CASES);
        assertThat(tally.found()).isEmpty();
        assertThat(tally.falls() + tally.capBreaches()).isZero();
        assertThat(tally.cases()).isEqualTo(CASES);
        for (Spoiled each : Spoiled.values()) {
            assertThat(tally.perKind().get(each)).as(each.name()).isGreaterThan(CASES / 10);
        }
        assertThat(tally.played()).isGreaterThan(CASES / 3);
        assertThat(tally.units()).isGreaterThan(CASES / 2);
    }

    @Test
    void whatIsThrownIsFoundAndFoundAgainByItsNumber() throws Exception {
        Subject.Maker maker = planted(sound -> new Planted(sound) {
            @Override
            public void receive(byte[] bytes) {
                for (int i = 0; i + 4 < bytes.length; i++) {
                    if (bytes[i] == '4' && bytes[i + 1] == '6' && bytes[i + 2] == '2') {
                        throw new IndexOutOfBoundsException("planted");
                    }
                }
                super.receive(bytes);
            }
        });
        Fall found = null;
        for (long from = 0; found == null && from < 20 * CASES; from += CASES) {
            found = run(maker, from, CASES).found().stream().findFirst().orElse(null);
        }
        assertThat(found).isNotNull();
        assertThat(found.kind()).isEqualTo(Kind.THREW);
        assertThat(found.detail()).contains("planted").contains("FuzzingTest");
        Tally again = run(maker, found.number(), 1);
        assertThat(again.found()).hasSize(1);
        assertThat(again.found().getFirst().spoiled()).isEqualTo(found.spoiled());
    }

    @Test
    void aStepWithoutEndIsFoundAndTheOthersGoOn() throws Exception {
        AtomicBoolean released = new AtomicBoolean();
        AtomicBoolean once = new AtomicBoolean();
        Subject.Maker maker = planted(sound -> new Planted(sound) {
            @Override
            public void tick(long nowNanos) {
                if (once.compareAndSet(false, true)) {
                    while (!released.get()) {
                        Thread.onSpinWait();
                    }
                }
                super.tick(nowNanos);
            }
        });
        Tally tally;
        try {
            tally = new Fuzzing(maker, Clock.SYSTEM, Duration.ofSeconds(4), SEED).run(0, CASES, 2, each -> {});
        } finally {
            released.set(true);
        }
        assertThat(tally.found()).extracting(Fall::kind).containsExactly(Kind.ENDLESS);
        assertThat(tally.found().getFirst().detail()).contains("FuzzingTest").contains("tick");
        assertThat(tally.cases()).isEqualTo(CASES);
    }

    @Test
    void aStepThatTakesTooLongIsFound() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        Fall found = firstFound(planted(sound -> new Planted(sound) {
            @Override
            public void connected(long nowNanos) {
                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                long until = threads.getCurrentThreadCpuTime() + 2 * Gauge.STEP_NANOS;
                boolean slow = once.compareAndSet(false, true);
                while (slow && threads.getCurrentThreadCpuTime() < until) {
                    Thread.onSpinWait();
                }
                super.connected(nowNanos);
            }
        }));
        assertThat(found.kind()).isEqualTo(Kind.OVERLONG);
    }

    @Test
    void aBufferWithoutBoundIsFound() throws Exception {
        List<byte[]> kept = new ArrayList<>();
        Fall found = firstFound(planted(sound -> new Planted(sound) {
            @Override
            public synchronized long held() {
                synchronized (kept) {
                    return super.held()
                            + kept.stream().mapToLong(each -> each.length).sum();
                }
            }

            @Override
            public void receive(byte[] bytes) {
                synchronized (kept) {
                    if (held() <= Rehearsal.MOST_HELD) {
                        kept.add(new byte[1 << 20]);
                    }
                }
                super.receive(bytes);
            }
        }));
        assertThat(found.kind()).isEqualTo(Kind.HELD);
        assertThat(found.kind().breaksCap()).isTrue();
    }

    @Test
    void memoryTakenAtTheWordOfTheServerIsFound() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        Fall found = firstFound(planted(sound -> new Planted(sound) {
            @Override
            public void receive(byte[] bytes) {
                if (once.compareAndSet(false, true)) {
                    assertThat(new byte[(int) Gauge.STEP_BYTES + 1]).isNotEmpty();
                }
                super.receive(bytes);
            }
        }));
        assertThat(found.kind()).isEqualTo(Kind.ALLOCATED);
    }

    @Test
    void whoeverAsksOnWithoutEndIsFound() throws Exception {
        Fall found = firstFound(planted(sound -> new Planted(sound) {
            @Override
            public List<byte[]> sent() {
                return List.of(
                        "OPTIONS a RTSP/1.0\r\nCSeq: 1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }));
        assertThat(found.kind()).isEqualTo(Kind.TALKATIVE);
    }

    @Test
    void portsLeftOpenAreFound() throws Exception {
        Fall found = firstFound(planted(sound -> new Planted(sound) {
            private boolean opened;

            @Override
            public boolean portsOpen() {
                opened |= super.portsOpen();
                return opened;
            }
        }));
        assertThat(found.kind()).isEqualTo(Kind.LEFT_OPEN);
    }

    @Test
    void unitsBehindTheEndAreFound() throws Exception {
        Fall found = firstFound((target, sink, random, buffer) ->
                new Planted(Subject.Maker.REHEARSAL.make(target, sink, random, buffer)) {
                    @Override
                    public void tick(long nowNanos) {
                        super.tick(nowNanos);
                        if (over()) {
                            sink.accessUnit(new AccessUnit(new byte[1], true, 0, 0, false));
                        }
                    }
                });
        assertThat(found.kind()).isEqualTo(Kind.THREW);
        assertThat(found.detail()).contains("out of turn");
    }

    @Test
    void aCaseOfANumberIsTheSameWhateverRanBefore() throws Exception {
        Tally alone = run(Subject.Maker.REHEARSAL, 4321, 1);
        Tally again = run(Subject.Maker.REHEARSAL, 4321, 1);
        assertThat(again.perKind()).isEqualTo(alone.perKind());
        assertThat(again.units()).isEqualTo(alone.units());
        assertThat(Optional.of(again.played())).contains(alone.played());
    }
}
