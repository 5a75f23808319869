package vn.toancanh.server.ptz;

import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.onvif.DeviceAccess;
import vn.toancanh.onvif.OnvifDevice;
import vn.toancanh.onvif.OnvifException;
import vn.toancanh.onvif.OnvifHead;
import vn.toancanh.onvif.OnvifNet;

/** A head that was spoken to, by the address and password it had then. Any thread; what asks the device blocks. */
final class KnownHead implements Handle {
    private final DeviceAccess access;
    private final OnvifDevice device;
    private volatile @Nullable OnvifHead head;

    KnownHead(OnvifNet net, DeviceAccess access) {
        this.access = access;
        this.device = net.device(access);
    }

    /** True where the head is still where it was, with the same password. */
    boolean isAt(DeviceAccess now) {
        return access.equals(now);
    }

    /** The head where it was asked about already. */
    @Nullable
    OnvifHead opened() {
        return head;
    }

    /**
     * The head, asked about where it was not yet; several who want it at once wait for one asking.
     *
     * @throws OnvifException where the device does not tell
     */
    OnvifHead open() {
        @Nullable OnvifHead before = head;
        if (before != null) {
            return before;
        }
        synchronized (device) {
            @Nullable OnvifHead meanwhile = head;
            OnvifHead found = meanwhile == null ? device.head() : meanwhile;
            head = found;
            return found;
        }
    }

    /** The device says that what was found of it is there no more: it is asked anew. */
    void forget() {
        head = null;
    }

    @Override
    public void close() {
        device.close();
    }
}
