package vn.toancanh.bench.fuzz;

import java.util.List;

/** A subject that does as another does, but for what a test plants in it. */
class Planted implements Subject {
    private final Subject sound;

    Planted(Subject sound) {
        this.sound = sound;
    }

    @Override
    public void connected(long nowNanos) {
        sound.connected(nowNanos);
    }

    @Override
    public void receive(byte[] bytes) {
        sound.receive(bytes);
    }

    @Override
    public void datagram(boolean rtcp, byte[] packet) {
        sound.datagram(rtcp, packet);
    }

    @Override
    public void tick(long nowNanos) {
        sound.tick(nowNanos);
    }

    @Override
    public List<byte[]> sent() {
        return sound.sent();
    }

    @Override
    public void close() {
        sound.close();
    }

    @Override
    public boolean over() {
        return sound.over();
    }

    @Override
    public boolean portsOpen() {
        return sound.portsOpen();
    }

    @Override
    public long held() {
        return sound.held();
    }
}
