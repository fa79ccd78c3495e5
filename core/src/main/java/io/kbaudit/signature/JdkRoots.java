package io.kbaudit.signature;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The roots that the Java that runs this trusts, as {@code javax.net.ssl.trustStore} has them. */
final class JdkRoots {
  private static final List<X509Certificate> ROOTS = read();

  private JdkRoots() {}

  /** Returns them; they are read when they are asked for first. */
  static List<X509Certificate> get() {
    return ROOTS;
  }

  private static List<X509Certificate> read() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      @Nullable KeyStore ofJdk = null;
      factory.init(ofJdk);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager trusting) {
          return Arrays.asList(trusting.getAcceptedIssuers());
        }
      }
      return List.of();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the trusted roots of this Java cannot be read", e);
    }
  }
}
