// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/FileText.h"

#include "observo/exchange/Identity.h"

namespace observo::exchange {

std::string recoverySheet(const Identity& identity, std::string_view createdOn)
{
    std::string page = "<!DOCTYPE html>\n<html lang=\"it\"><head><meta charset=\"utf-8\">"
                       "<title>Observo: foglio di recupero</title>\n"
                       "<style>body{font:12pt serif;margin:2cm}code{font:bold 16pt monospace}"
                       "@page{size:A4}</style></head><body>\n"
                       "<h1>Foglio di recupero della chiave / Key recovery sheet</h1>\n<p>";
    appendXml(page, cleanText(identity.publicKey().name));
    page += "<br>Impronta / fingerprint: <code>";
    page += identity.publicKey().fingerprint();
    page += "</code><br>Creata il / created on: ";
    appendXml(page, createdOn);
    page += "</p>\n<p><code>";
    page += identity.recoveryCode();
    page +=
        "</code></p>\n"
        "<p>Chi ha questo codice ha la chiave: può firmare pacchetti a nome vostro e aprire quelli destinati a voi. "
        "Stampate il foglio, chiudetelo in cassaforte e cancellate questo file. Se la chiave o la sua frase segreta "
        "vanno perse: <code>observo-cli keygen NUOVA.key --recover</code> e copiate il codice.</p>\n"
        "<p>Whoever has this code has the key: they can sign packages in your name and open those made for you. "
        "Print the sheet, lock it away and delete this file. If the key or its passphrase is lost: "
        "<code>observo-cli keygen NEW.key --recover</code>, and copy the code.</p>\n</body></html>\n";
    return page;
}

} // namespace observo::exchange
