package vn.toancanh.rtsp.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * TLS over a connection, for either end. The arithmetic of a handshake, which takes milliseconds, runs elsewhere and not on
 * the selector's thread; meanwhile nothing is read. A handshake that begins anew on a connection in use (renegotiation,
 * which only TLS 1.2 knows) is refused. Closing says {@code close_notify}.
 */
public final class TlsLink implements Link {
    /** Bytes of the largest record, with room to spare: what a buffer to be read into must have room for. */
    public static final int MOST_RECORD = 33 * 1024;

    /** Reads in one turn, so that a server that sends records without content does not keep the others waiting. */
    private static final int MOST_TURNS = 32;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** Records that end a connection: an alert, and one more where a handshake is under way. */
    private static final int MOST_LAST_RECORDS = 3;

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final Executor elsewhere;
    private final Runnable resume;
    private final Outgoing outgoing;
    private final ByteBuffer received;
    private final ByteBuffer sealed;
    private boolean open;
    private boolean working;
    private boolean ended;

    /**
     * @param engine with its mode and parameters set
     * @param elsewhere where long work is done
     * @param resume called elsewhere when such work is done: {@link #worked()} and then a read are due on the selector's thread
     */
    public TlsLink(SocketChannel channel, SelectionKey key, SSLEngine engine, Executor elsewhere, Runnable resume)
            throws IOException {
        this.channel = channel;
        this.engine = engine;
        this.elsewhere = elsewhere;
        this.resume = resume;
        this.outgoing = new Outgoing(channel, key);
        this.received = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        this.sealed = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.beginHandshake();
        advance(NOTHING);
    }

    @Override
    public boolean open() {
        return open;
    }

    /** Long work is done; the next read goes on from there. */
    public void worked() {
        working = false;
        outgoing.reading(true);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (working || ended) {
            return ended ? -1 : 0;
        }
        int before = into.position();
        int got = 1;
        for (int turn = 0; turn < MOST_TURNS && got > 0 && !working && into.remaining() >= MOST_RECORD; turn++) {
            got = channel.read(received);
            advance(into);
        }
        // While work goes on elsewhere the engine is not asked: that work may have failed, which the next call is to
        // tell.
        ended |= !working && (got < 0 || engine.isInboundDone());
        int count = into.position() - before;
        return count == 0 && ended ? -1 : count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (!open) {
            throw new IOException("not encrypted yet");
        }
        ByteBuffer plain = ByteBuffer.wrap(bytes);
        while (plain.hasRemaining()) {
            seal(plain);
        }
    }

    @Override
    public void send(ByteBuffer bytes) throws IOException {
        if (!open) {
            throw new IOException("not encrypted yet");
        }
        while (bytes.hasRemaining() && outgoing.idle()) {
            seal(bytes);
        }
        outgoing.awaited(bytes.hasRemaining());
    }

    @Override
    public void holdAtMost(int bytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, bytes);
    }

    @Override
    public void writable() throws IOException {
        outgoing.writable();
    }

    @Override
    public void close() {
        if (!working) {
            engine.closeOutbound();
            lastRecords();
        }
        outgoing.close();
    }

    /** Goes on with what was received until more is needed, or long work is. */
    private void advance(ByteBuffer into) throws IOException {
        received.flip();
        try {
            while (!engine.isInboundDone()) {
                HandshakeStatus status = engine.getHandshakeStatus();
                open |= status == HandshakeStatus.NOT_HANDSHAKING;
                if (open && status != HandshakeStatus.NOT_HANDSHAKING) {
                    refuseRenegotiation();
                }
                if (status == HandshakeStatus.NEED_TASK) {
                    workElsewhere();
                    return;
                }
                if (status == HandshakeStatus.NEED_WRAP) {
                    seal(NOTHING);
                } else if (!received.hasRemaining() || !unseal(into)) {
                    return;
                }
            }
            if (!open) {
                // Work done elsewhere tells its failure to the next call only.
                seal(NOTHING);
                throw new SSLException("ended before it was encrypted");
            }
        } catch (SSLException refused) {
            // The other end is told why, by an alert.
            lastRecords();
            throw refused;
        } finally {
            received.compact();
        }
    }

    /** Takes one record; false where more bytes or more room are needed, or none will come. */
    private boolean unseal(ByteBuffer into) throws IOException {
        return engine.unwrap(received, into).getStatus() == SSLEngineResult.Status.OK;
    }

    private void seal(ByteBuffer plain) throws IOException {
        sealed.clear();
        SSLEngineResult result = engine.wrap(plain, sealed);
        outgoing.write(sealed.flip());
        boolean stuck = result.bytesConsumed() == 0 && result.bytesProduced() == 0;
        if (stuck || result.getStatus() != SSLEngineResult.Status.OK) {
            throw new SSLException("nothing can be written");
        }
    }

    private void refuseRenegotiation() throws SSLException {
        if (!engine.isOutboundDone() && !engine.getSession().getProtocol().equals("TLSv1.3")) {
            throw new SSLException("renegotiation is not done");
        }
    }

    private void workElsewhere() {
        List<Runnable> tasks = new ArrayList<>();
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            tasks.add(task);
        }
        working = true;
        outgoing.reading(false);
        elsewhere.execute(() -> {
            try {
                tasks.forEach(Runnable::run);
            } finally {
                resume.run();
            }
        });
    }

    private void lastRecords() {
        try {
            for (int i = 0; i < MOST_LAST_RECORDS && !engine.isOutboundDone(); i++) {
                sealed.clear();
                engine.wrap(NOTHING, sealed);
                outgoing.write(sealed.flip());
            }
        } catch (IOException gone) {
            // It was a courtesy.
            sealed.clear();
        }
    }
}
