package vn.toancanh.bench.fuzz;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import vn.toancanh.base.Clock;
import vn.toancanh.rtsp.packetise.RtpPayloads;

/** One connection to a camera: answers, and sends pictures from PLAY on. Its thread. */
final class BrokenCamera {
    private static final int RATE = 40;
    private static final long FRAME_NANOS = 1_000_000_000L / RATE;
    private static final int TICKS = 90_000 / RATE;
    /** Where parameter sets and slice headers are. */
    private static final int FRONT = 64;

    private final InputStream in;
    private final OutputStream out;
    private final List<Footage> footage;
    private final Clock clock;
    private final RandomGenerator random;
    private final Spoiler spoiler;
    private final Runnable spoiled;
    private boolean broken;
    private Footage shown;
    private boolean playing;
    private int sequence;
    private int time;

    BrokenCamera(Socket socket, List<Footage> footage, Clock clock, RandomGenerator random, Runnable spoiled)
            throws IOException {
        this.in = socket.getInputStream();
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        this.footage = footage;
        this.clock = clock;
        this.random = random;
        this.spoiler = new Spoiler(random);
        this.spoiled = spoiled;
        this.shown = footage.getFirst();
        socket.setTcpNoDelay(true);
    }

    /** @throws IOException when the other side has gone */
    void serve() throws IOException {
        while (!playing) {
            hear();
        }
        long next = clock.nanos();
        for (int i = 0; ; i++) {
            while (in.available() > 0) {
                hear();
            }
            send(shown.units().get(i % shown.units().size()));
            next += FRAME_NANOS;
            LockSupport.parkNanos(next - clock.nanos());
        }
    }

    private void hear() throws IOException {
        int first = in.read();
        if (first == '$') {
            in.skipNBytes(1);
            in.skipNBytes((long) in.read() << 8 | in.read());
            return;
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = first; ; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
            String text = head.toString(StandardCharsets.ISO_8859_1);
            if (next == '\n' && text.endsWith("\r\n\r\n")) {
                answer(text);
                return;
            }
        }
    }

    private void answer(String request) throws IOException {
        String[] words = request.split(" ", 3);
        int at = request.indexOf("CSeq: ");
        String number = at < 0 ? "0" : request.substring(at + 6, request.indexOf('\r', at));
        String more = "";
        String body = "";
        switch (words[0]) {
            case "DESCRIBE" -> {
                broken = words[1].contains("/broken/");
                shown = footage.get(words[1].charAt(words[1].lastIndexOf('/') + 1) - '0');
                body = shown.description();
                more = "Content-Type: application/sdp\r\n";
            }
            case "SETUP" -> more = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: s\r\n";
            case "PLAY" -> playing = true;
            default -> {}
        }
        String head =
                "RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n" + more + "Content-Length: " + body.length() + "\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void send(byte[] unit) throws IOException {
        byte[] sent = unit;
        if (broken && random.nextBoolean()) {
            sent = spoil(unit);
            spoiled.run();
        }
        RtpPayloads payloads;
        try {
            payloads = shown.payloads(sent);
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyond) {
            // Nothing that could be sent is left of it.
            payloads = shown.payloads(unit);
        }
        for (int i = 0; i < payloads.count(); i++) {
            packet(payloads, i);
        }
        out.flush();
        time += TICKS;
    }

    private byte[] spoil(byte[] unit) {
        if (random.nextBoolean() && unit.length > FRONT) {
            byte[] front = spoiler.spoil(Arrays.copyOf(unit, FRONT));
            byte[] all = Arrays.copyOf(front, front.length + unit.length - FRONT);
            System.arraycopy(unit, FRONT, all, front.length, unit.length - FRONT);
            return all;
        }
        return spoiler.spoil(unit);
    }

    private void packet(RtpPayloads payloads, int index) throws IOException {
        int length = payloads.length(index);
        boolean last = index == payloads.count() - 1;
        out.write(ByteBuffer.allocate(16)
                .put((byte) '$')
                .put((byte) 0)
                .putShort((short) (12 + length))
                .put((byte) 0x80)
                .put((byte) (shown.payloadType() | (last ? 0x80 : 0)))
                .putShort((short) sequence++)
                .putInt(time)
                .putInt(7)
                .array());
        out.write(payloads.bytes(), payloads.offset(index), length);
    }
}
