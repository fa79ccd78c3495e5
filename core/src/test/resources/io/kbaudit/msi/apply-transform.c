/* Prints the rows of tables as Wine's Windows Installer makes them by a transform: MSI MST TABLE... */
#include <windows.h>
#include <msi.h>
#include <msiquery.h>
#include <stdio.h>
int main(int n, char **a) {
  MSIHANDLE db, view, rec; UINT r; int i;
  if ((r = MsiOpenDatabaseA(a[1], MSIDBOPEN_TRANSACT, &db))) { printf("open %u\n", r); return 2; }
  if (n > 2 && a[2][0] && (r = MsiDatabaseApplyTransformA(db, a[2], 0))) { printf("apply %u\n", r); return 3; }
  for (i = 3; i < n; i++) {
    char q[300]; snprintf(q, sizeof q, "SELECT * FROM `%s`", a[i]);
    if ((r = MsiDatabaseOpenViewA(db, q, &view))) { printf("%s: none\n", a[i]); continue; }
    MsiViewExecute(view, 0);
    while (!MsiViewFetch(view, &rec)) {
      UINT f, c = MsiRecordGetFieldCount(rec);
      printf("%s", a[i]);
      for (f = 1; f <= c; f++) {
        char b[4096]; DWORD l = sizeof b;
        if (MsiRecordGetStringA(rec, f, b, &l)) strcpy(b, "[binary]");
        printf("\t%s", b);
      }
      printf("\n"); MsiCloseHandle(rec);
    }
    MsiCloseHandle(view);
  }
  return 0;
}
