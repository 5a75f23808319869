package vn.toancanh.onvif;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A device that answered a probe. Nothing of it is proven: anybody on the network may answer.
 *
 * @param endpoint what the device calls itself by, everywhere and always; empty where it does not
 * @param services addresses of its own service, at addresses from which it answered, at most {@value #MOST_SERVICES}
 * @param name as it tells, for people; empty where it does not; so are {@code hardware} and {@code location}
 * @param elsewhere it named an address other than the one from which it answered, which was not believed
 */
public record FoundDevice(
        String endpoint, List<URI> services, String name, String hardware, String location, boolean elsewhere) {
    /** A device with more networks than this is told of by the first of them. */
    static final int MOST_SERVICES = 4;

    public FoundDevice {
        services = List.copyOf(services);
    }

    /** The same with what another answer of it adds. */
    FoundDevice with(FoundDevice again) {
        List<URI> all = new ArrayList<>(services);
        again.services.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new FoundDevice(
                endpoint,
                all.subList(0, Math.min(MOST_SERVICES, all.size())),
                name,
                hardware,
                location,
                elsewhere || again.elsewhere);
    }
}
