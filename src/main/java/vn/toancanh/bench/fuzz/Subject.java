package vn.toancanh.bench.fuzz;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.toancanh.rtsp.Rehearsal;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;

/** What a drill is done to: a rehearsed session, or one with a fault planted to see that the drill finds it. */
public interface Subject {
    /** Makes one for each case. */
    interface Maker {
        /** The code itself. */
        Maker REHEARSAL = (target, sink, random, buffer) -> of(new Rehearsal(target, sink, random, buffer));

        Subject make(RtspTarget target, RtspSink sink, RandomGenerator random, ByteBuffer buffer);
    }

    void connected(long nowNanos);

    void receive(byte[] bytes);

    void datagram(boolean rtcp, byte[] packet);

    void tick(long nowNanos);

    List<byte[]> sent();

    void close();

    boolean over();

    boolean portsOpen();

    /** Bytes of memory held. */
    long held();

    static Subject of(Rehearsal session) {
        return new Subject() {
            @Override
            public void connected(long nowNanos) {
                session.connected(nowNanos);
            }

            @Override
            public void receive(byte[] bytes) {
                session.receive(bytes);
            }

            @Override
            public void datagram(boolean rtcp, byte[] packet) {
                session.datagram(rtcp, packet);
            }

            @Override
            public void tick(long nowNanos) {
                session.tick(nowNanos);
            }

            @Override
            public List<byte[]> sent() {
                return session.sent();
            }

            @Override
            public void close() {
                session.close();
            }

            @Override
            public boolean over() {
                return session.over();
            }

            @Override
            public boolean portsOpen() {
                return session.portsOpen();
            }

            @Override
            public long held() {
                return session.held();
            }
        };
    }
}
