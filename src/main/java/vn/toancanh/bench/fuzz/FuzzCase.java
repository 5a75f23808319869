package vn.toancanh.bench.fuzz;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.TransportPolicy;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** A session with a server, of which one part is spoiled; everything in it follows from one generator. One thread. */
final class FuzzCase {
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_PICTURES = 6;
    private static final long FRAME_NANOS = 33_000_000L;
    private static final long WAIT_NANOS = 6_000_000_000L;

    private final Subject.Maker maker;
    private final Gauge gauge;
    private final ByteBuffer buffer;
    private final RandomGenerator random;
    private final Spoiler spoiler;
    private final Noise noise;
    private final Spoiled spoiled;
    private final StrictSink sink = new StrictSink();
    private final GoodServer server;
    private final GoodMedia media;
    private byte @Nullable [] heldBack;
    private long now;

    FuzzCase(Subject.Maker maker, Gauge gauge, ByteBuffer buffer, RandomGenerator random) {
        this.maker = maker;
        this.gauge = gauge;
        this.buffer = buffer;
        this.random = random;
        this.spoiler = new Spoiler(random);
        this.noise = new Noise(random);
        this.spoiled = oneOf(Spoiled.values(), random);
        Encoding encoding = oneOf(Encoding.values(), random);
        int type = encoding == Encoding.JPEG && random.nextBoolean() ? 26 : 96 + random.nextInt(32);
        this.server = new GoodServer(encoding, type, random);
        this.media = new GoodMedia(encoding, type, random);
        this.now = random.nextLong() >> 1;
    }

    private static <T> T oneOf(T[] all, RandomGenerator random) {
        return all[random.nextInt(all.length)];
    }

    Spoiled spoiled() {
        return spoiled;
    }

    StrictSink sink() {
        return sink;
    }

    /** @throws RuntimeException whatever was thrown by the subject; a {@link Breach} where it broke a promise */
    void run() {
        gauge.begin();
        Subject subject = maker.make(target(), sink, random, buffer);
        step(subject, () -> subject.connected(now));
        converse(subject);
        int pictures = random.nextInt(MOST_PICTURES);
        for (int i = 0; i < pictures && !subject.over(); i++) {
            picture(subject);
        }
        if (random.nextInt(4) > 0) {
            step(subject, subject::close);
            subject.sent();
        }
        // Whatever still comes must not wake it.
        media.picture().forEach(packet -> deliver(subject, packet));
        step(subject, () -> subject.tick(now + WAIT_NANOS));
        if (subject.over() && subject.portsOpen()) {
            throw new Breach(Fall.Kind.LEFT_OPEN, "UDP ports are open behind the end");
        }
    }

    private RtspTarget target() {
        String scheme = random.nextInt(8) == 0 ? "rtsps" : "rtsp";
        URI uri = URI.create(scheme + "://h/a?token=" + StrictSink.TOKEN);
        boolean named = random.nextInt(8) > 0;
        return new RtspTarget(uri, named ? "user" : null, named ? Secret.of(StrictSink.PASSWORD) : null)
                .by(oneOf(TransportPolicy.values(), random));
    }

    private void step(Subject subject, Runnable step) {
        gauge.step(subject, sink, step);
    }

    /** Answers until nothing is asked. */
    private void converse(Subject subject) {
        for (int rounds = 0; ; rounds++) {
            List<byte[]> asked = subject.sent();
            if (asked.isEmpty()) {
                return;
            }
            if (rounds > MOST_ROUNDS) {
                throw new Breach(Fall.Kind.TALKATIVE, "asks on after " + MOST_ROUNDS + " rounds");
            }
            for (byte[] each : asked) {
                if (each.length > 0 && each[0] >= 'A' && each[0] <= 'Z' && each[0] != 'R') {
                    receive(subject, answer(each));
                }
            }
        }
    }

    private byte[] answer(byte[] request) {
        byte[] good = server.answer(request);
        return switch (spoiled) {
            case ANSWERS -> random.nextInt(3) == 0 ? spoiler.spoil(good) : good;
            case DESCRIPTION -> GoodServer.withBody(good, spoiler::spoil);
            case NOISE -> random.nextInt(6) == 0 ? noise.bytes() : good;
            default -> good;
        };
    }

    private void picture(Subject subject) {
        media.picture().forEach(packet -> oneWayOrAnother(subject, packet));
        now += FRAME_NANOS;
        if (spoiled == Spoiled.REPORTS || random.nextInt(4) == 0) {
            byte[] report = media.report();
            control(subject, spoiled == Spoiled.REPORTS ? spoiler.spoil(report) : report);
        }
        if (random.nextInt(16) == 0) {
            byte[] request =
                    "OPTIONS * RTSP/1.0\r\nCSeq: 3\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            receive(subject, spoiled == Spoiled.ANSWERS ? spoiler.spoil(request) : request);
        }
        if (spoiled == Spoiled.NOISE && random.nextInt(4) == 0) {
            receive(subject, noise.bytes());
        }
        if (spoiled == Spoiled.NOISE && random.nextInt(2000) == 0) {
            noise.endlessPicture(media, packet -> deliver(subject, packet));
        }
        if (random.nextInt(12) == 0) {
            media.restart();
        }
        long later = now + (random.nextInt(8) == 0 ? WAIT_NANOS : 0);
        now = later;
        step(subject, () -> subject.tick(later));
        converse(subject);
    }

    /** Packets of which some are lost, swapped, doubled and spoiled. */
    private void oneWayOrAnother(Subject subject, byte[] packet) {
        byte[] sent = switch (spoiled) {
            case PACKETS -> random.nextBoolean() ? spoiler.spoil(packet) : packet;
            case PAYLOADS -> random.nextBoolean() ? GoodMedia.withPayload(packet, spoiler::spoil) : packet;
            default -> packet;
        };
        int fate = spoiled == Spoiled.PACKETS ? random.nextInt(16) : -1;
        if (fate == 0) {
            return;
        }
        byte[] earlier = heldBack;
        heldBack = fate == 1 ? sent : null;
        if (fate != 1) {
            deliver(subject, sent);
        }
        if (fate == 2) {
            deliver(subject, sent);
        }
        if (earlier != null) {
            deliver(subject, earlier);
        }
    }

    private void deliver(Subject subject, byte[] packet) {
        if (subject.portsOpen()) {
            step(subject, () -> subject.datagram(false, packet));
        } else {
            frame(subject, 0, packet);
        }
    }

    private void control(Subject subject, byte[] packet) {
        if (subject.portsOpen()) {
            step(subject, () -> subject.datagram(true, packet));
        } else {
            frame(subject, 1, packet);
        }
    }

    private void frame(Subject subject, int channel, byte[] packet) {
        byte[] frame = ByteBuffer.allocate(4 + packet.length)
                .put((byte) '$')
                .put((byte) channel)
                .putShort((short) packet.length)
                .put(packet)
                .array();
        receive(subject, spoiled == Spoiled.FRAMES && random.nextInt(3) == 0 ? spoiler.spoil(frame) : frame);
    }

    /** Hands bytes over, sometimes in pieces. */
    private void receive(Subject subject, byte[] bytes) {
        int at = 0;
        while (at < bytes.length && !subject.over()) {
            int left = bytes.length - at;
            int count = random.nextInt(8) == 0 ? 1 + random.nextInt(left) : left;
            byte[] part = count == bytes.length ? bytes : java.util.Arrays.copyOfRange(bytes, at, at + count);
            step(subject, () -> subject.receive(part));
            at += count;
        }
    }
}
