package vn.toancanh.server.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.message.Inbound;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;
import vn.toancanh.rtsp.wire.Link;
import vn.toancanh.rtsp.wire.Selectable;
import vn.toancanh.rtsp.wire.TlsLink;

/**
 * One viewer's connection: requests in, in their order and one at a time, answers and packets out. The relay's thread.
 */
final class Viewer implements Selectable, RtspParser.Handler {
    /**
     * What the system may hold for a viewer that is on its way, bytes; Linux takes twice that, its own records counted. A main
     * stream of 8 Mbit/s has 100 KB under way where the answer takes 100 ms, a small one of 2 Mbit/s a quarter of that. What is
     * more only makes pictures older where the link is narrow: a second and a half of 300 kbit/s.
     */
    private static final int HELD_OF_MAIN = 128 * 1024;

    private static final int HELD_OF_SMALL = 32 * 1024;

    /** Far more than a client sends, far less than would be worth an attack. */
    static final RtspLimits LIMITS = new RtspLimits(2 * 1024, 8 * 1024, 40, 2 * 1024);

    private static final int MOST_LEFT = 12 * 1024;
    private static final int MOST_ANSWERS = 64 * 1024;
    private static final int MOST_REQUESTS = 16;

    /** Whose connection it is. */
    interface Owner {
        /** The next request; the one after it comes when this one is {@link Viewer#answer answered}. */
        void request(RtspRequest request);

        /** The other side is gone, is broken, or takes too much. */
        void over(Viewer viewer, String why);
    }

    private final String address;
    private final Tally tally;
    private final Inbound inbound = new Inbound(LIMITS, MOST_LEFT);
    private final ArrayDeque<RtspRequest> asked = new ArrayDeque<>();
    private @Nullable Link link;
    private @Nullable Owner owner;
    private @Nullable Outlet outlet;
    private boolean answering;
    private boolean closed;
    private boolean reported;
    private long heard;

    Viewer(String address, Tally tally, long now) {
        this.address = address;
        this.tally = tally;
        this.heard = now;
    }

    void begin(Link over, Owner whose) {
        link = over;
        outlet = new Outlet(over, tally, heard);
        owner = whose;
    }

    /** The system is to hold no more for it that was written and has not arrived than such a stream needs. */
    void takes(StreamRole role) {
        Link open = link;
        if (closed || open == null) {
            return;
        }
        try {
            open.holdAtMost(role == StreamRole.MAIN ? HELD_OF_MAIN : HELD_OF_SMALL);
        } catch (IOException gone) {
            // What reads or writes next finds that too, and ends it.
            return;
        }
    }

    String address() {
        return address;
    }

    boolean closed() {
        return closed;
    }

    /** When anything came from the other side, seen at the latest now. */
    long heardNanos(long now) {
        heard = reported ? now : heard;
        reported = false;
        return heard;
    }

    void heard(long now) {
        heard = now;
    }

    /** Where its packets go out. */
    Outlet outlet() {
        return Objects.requireNonNull(outlet);
    }

    @Override
    public void ready(SelectionKey key, ByteBuffer buffer) {
        Link open = link;
        if (closed || open == null) {
            return;
        }
        try {
            if (key.isWritable()) {
                open.writable();
                outlet().pump();
            }
            if (key.isValid() && key.isReadable()) {
                read(open, buffer);
            }
        } catch (RtspFormatException broken) {
            over(String.valueOf(broken.getMessage()));
        } catch (IOException gone) {
            over("gone");
        }
    }

    private void read(Link from, ByteBuffer buffer) throws IOException {
        inbound.lay(buffer);
        // Bounded, so that one who sends much does not keep the others waiting.
        int count = from.read(buffer);
        if (count < 0) {
            throw new IOException("closed by the other side");
        }
        if (count > 0) {
            inbound.take(buffer, this);
        }
    }

    /** Long work of its encryption is done. */
    void resume(ByteBuffer buffer) {
        Link open = link;
        if (closed || open == null) {
            return;
        }
        try {
            if (open instanceof TlsLink encrypted) {
                encrypted.worked();
            }
            read(open, buffer);
        } catch (IOException broken) {
            over("no encryption agreed on");
        }
    }

    @Override
    public void interleaved(int channel, ByteBuffer data, int offset, int length) {
        // Receiver reports: that they come is all that matters.
        reported = true;
    }

    @Override
    public void message(RtspMessage message) {
        if (message instanceof RtspRequest request && !closed) {
            if (asked.size() >= MOST_REQUESTS) {
                over("more requests than it waits for");
                return;
            }
            asked.add(request);
            next();
        }
    }

    /** Answers the request in hand. */
    void answer(RtspResponse response) {
        answering = false;
        say(ByteBuffer.wrap(response.encode()));
        next();
    }

    private void next() {
        Owner whose = owner;
        while (!answering && !closed && whose != null) {
            RtspRequest request = asked.poll();
            if (request == null) {
                return;
            }
            answering = true;
            whose.request(request);
        }
    }

    /** Sends bytes of its own, between two packets. */
    void say(ByteBuffer bytes) {
        if (closed) {
            return;
        }
        outlet().say(bytes);
        if (outlet().waiting() > MOST_ANSWERS) {
            over("takes no answers");
        } else {
            push();
        }
    }

    /** Sends what there is and what the connection takes. */
    void push() {
        if (closed) {
            return;
        }
        try {
            outlet().pump();
        } catch (IOException gone) {
            over("gone");
        }
    }

    /** Has the owner end it. */
    void over(String why) {
        Owner whose = owner;
        if (whose != null && !closed) {
            whose.over(this, why);
        }
    }

    /** Ends the connection; nothing is told to the owner. */
    void close() {
        closed = true;
        asked.clear();
        if (outlet != null) {
            outlet.end();
        }
        if (link != null) {
            link.close();
        }
    }
}
